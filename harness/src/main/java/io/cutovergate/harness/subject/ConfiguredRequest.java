package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Request;
import java.util.List;

/** A request of the application file, with the answer it must get. */
public record ConfiguredRequest(String name, Vantage vantage, String service, Host host, Request request)
        implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code services.*.requests}. */
    public static final class Source implements SubjectSource<ConfiguredRequest> {

        @Override
        public List<ConfiguredRequest> subjects(Migration migration, Vantage vantage) {
            return migration.application().services().entrySet().stream()
                    .flatMap(entry -> entry.getValue().requests().stream()
                            .map(request -> new ConfiguredRequest(
                                    name(entry.getKey(), request),
                                    vantage,
                                    entry.getKey(),
                                    migration.host(entry.getValue().host(), vantage.side()),
                                    request)))
                    .toList();
        }

        private static String name(String service, Request request) {
            return service + " " + request.method() + " " + request.path()
                    + (request.as() == null ? "" : " as " + request.as());
        }

        @Override
        public String configuredBy() {
            return "services.*.requests";
        }
    }
}
