package io.cutovergate.harness.subject;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Request;
import java.util.List;

/** A request that writes, asked of the source. */
public record WriteOfSource(String name, Vantage vantage, String service, Host host, Request request)
        implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code services.*.writes}. */
    public static final class Source implements SubjectSource<WriteOfSource> {

        @Override
        public List<WriteOfSource> subjects(Migration migration, Vantage vantage) {
            if (migration.environment().source() == null) {
                return List.of();
            }
            return migration.application().services().entrySet().stream()
                    .flatMap(service -> service.getValue().writes().stream()
                            .map(request -> new WriteOfSource(
                                    request.method() + " " + request.path(),
                                    new Vantage(Side.SOURCE, Route.ENTRY),
                                    service.getKey(),
                                    migration.host(service.getValue().host(), Side.SOURCE),
                                    request)))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "services.*.writes";
        }
    }
}
