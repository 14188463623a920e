package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Monitoring;
import io.cutovergate.harness.config.SideConfig;
import java.time.Duration;
import java.util.List;

/** A service whose requests must be seen in a counter. */
public record CountedService(
        String name,
        Vantage vantage,
        Host host,
        SideConfig.Metrics metrics,
        Monitoring monitoring,
        String counter,
        Limits.Monitored limits)
        implements Subject {

    @Override
    public Duration allowance() {
        return limits.metricsWithin();
    }

    @Override
    public String service() {
        return name;
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code monitoring.counter and SIDE.metrics}. */
    public static final class Source implements SubjectSource<CountedService> {

        @Override
        public List<CountedService> subjects(Migration migration, Vantage vantage) {
            Monitoring monitoring = migration.application().monitoring();
            SideConfig.Metrics metrics = migration.side(vantage.side()).metrics();
            if (monitoring == null || metrics == null || monitoring.counter() == null) {
                return List.of();
            }
            return List.of(new CountedService(
                    monitoring.service(),
                    vantage,
                    migration.host(migration.service(monitoring.service()).host(), vantage.side()),
                    metrics,
                    monitoring,
                    monitoring.counter(),
                    migration.environment().limits().monitoringAndLogging()));
        }

        @Override
        public String configuredBy() {
            return "monitoring.counter and SIDE.metrics";
        }
    }
}
