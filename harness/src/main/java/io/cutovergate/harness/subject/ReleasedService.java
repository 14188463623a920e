package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Service;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service whose version the environment file's release names.
 *
 * @param version how it is asked; null where the application file does not say, and nothing can be proven
 * @param replicas how many answer, each with a version of its own; null where the application file does not say
 */
public record ReleasedService(
        String name,
        Vantage vantage,
        Host host,
        Service.@Nullable Version version,
        Service.@Nullable Replicas replicas,
        String expected)
        implements Subject {

    @Override
    public String service() {
        return name;
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code release}. */
    public static final class Source implements SubjectSource<ReleasedService> {

        @Override
        public List<ReleasedService> subjects(Migration migration, Vantage vantage) {
            return migration.environment().release().entrySet().stream()
                    .map(entry -> {
                        Service service = migration.service(entry.getKey());
                        return new ReleasedService(
                                entry.getKey(),
                                vantage,
                                migration.host(service.host(), vantage.side()),
                                service.version(),
                                service.replicas(),
                                entry.getValue());
                    })
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "release";
        }
    }
}
