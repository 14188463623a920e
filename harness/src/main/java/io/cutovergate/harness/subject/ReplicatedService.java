package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Service;
import java.util.List;
import java.util.Objects;

/** A service of which several replicas answer. */
public record ReplicatedService(String name, Vantage vantage, Host host, String path, Service.Replicas replicas)
        implements Subject {

    @Override
    public String service() {
        return name;
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code services.*.replicas}. */
    public static final class Source implements SubjectSource<ReplicatedService> {

        @Override
        public List<ReplicatedService> subjects(Migration migration, Vantage vantage) {
            return migration.application().services().entrySet().stream()
                    .filter(entry -> entry.getValue().replicas() != null)
                    .map(entry -> new ReplicatedService(
                            entry.getKey(),
                            vantage,
                            migration.host(entry.getValue().host(), vantage.side()),
                            entry.getValue().health().anyPath(),
                            Objects.requireNonNull(entry.getValue().replicas())))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "services.*.replicas";
        }
    }
}
