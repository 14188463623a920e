package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Service;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service whose interface an OpenAPI document describes.
 *
 * @param as account for requests that the document secures
 */
public record DocumentedService(
        String name,
        Vantage vantage,
        Host host,
        Path document,
        @Nullable String as) implements Subject {

    @Override
    public String service() {
        return name;
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code services.*.openapi}. */
    public static class Source implements SubjectSource<DocumentedService> {

        @Override
        public List<DocumentedService> subjects(Migration migration, Vantage vantage) {
            return migration.application().services().entrySet().stream()
                    .filter(entry -> entry.getValue().openapi() != null)
                    .map(entry -> of(entry.getKey(), entry.getValue(), migration, vantage))
                    .toList();
        }

        private static DocumentedService of(String name, Service service, Migration migration, Vantage vantage) {
            return new DocumentedService(
                    name,
                    vantage,
                    migration.host(service.host(), vantage.side()),
                    Objects.requireNonNull(service.openapi()),
                    service.openapiAs());
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            return migration.application().services().values().stream().anyMatch(service -> service.openapi() != null);
        }

        @Override
        public String configuredBy() {
            return "services.*.openapi";
        }
    }

    /** The same while no user is served by what is asked: nonsense is not sent to a system in use. */
    public static final class BeforeUse extends Source {

        @Override
        public boolean asked(Gate gate, Migration migration) {
            return super.asked(gate, migration)
                    && EnumSet.of(Gate.DEV, Gate.STAGING, Gate.PRE_CUTOVER).contains(gate);
        }
    }
}
