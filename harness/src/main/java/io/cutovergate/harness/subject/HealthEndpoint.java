package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Service;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A health endpoint of a service: its ready or its live path. */
public record HealthEndpoint(
        String name, Vantage vantage, String service, Host host, String path, Duration within, boolean scaleToZero)
        implements Subject {

    @Override
    public Duration allowance() {
        return within;
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code services.*.health}. */
    public static final class Source implements SubjectSource<HealthEndpoint> {

        @Override
        public List<HealthEndpoint> subjects(Migration migration, Vantage vantage) {
            return migration.application().services().entrySet().stream()
                    .flatMap(entry -> endpoints(migration, entry.getKey(), entry.getValue(), vantage))
                    .toList();
        }

        private static Stream<HealthEndpoint> endpoints(
                Migration migration, String name, Service service, Vantage vantage) {
            Service.Health health = service.health();
            Host host = migration.host(health.host() == null ? service.host() : health.host(), vantage.side());
            return Stream.of(new String[][] {{"ready", health.ready()}, {"live", health.live()}})
                    .filter(endpoint -> endpoint[1] != null)
                    .map(endpoint -> new HealthEndpoint(
                            name + " " + endpoint[0],
                            vantage,
                            name,
                            host,
                            endpoint[1],
                            health.within(),
                            health.scaleToZero()));
        }

        @Override
        public String configuredBy() {
            return "services.*.health";
        }
    }
}
