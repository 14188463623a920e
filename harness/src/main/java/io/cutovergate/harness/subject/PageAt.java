package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Service;
import java.time.Duration;
import java.util.List;

/** A page that must render in a browser. */
public record PageAt(String name, Vantage vantage, String service, Host host, Service.Page page) implements Subject {

    @Override
    public Duration allowance() {
        return page.within();
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code services.*.pages}. */
    public static final class Source implements SubjectSource<PageAt> {

        @Override
        public List<PageAt> subjects(Migration migration, Vantage vantage) {
            return migration.application().services().entrySet().stream()
                    .flatMap(entry -> entry.getValue().pages().stream()
                            .map(page -> new PageAt(
                                    entry.getKey() + " " + page.path(),
                                    vantage,
                                    entry.getKey(),
                                    migration.host(entry.getValue().host(), vantage.side()),
                                    page)))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "services.*.pages";
        }
    }
}
