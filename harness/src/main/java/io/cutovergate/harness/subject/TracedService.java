package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Monitoring;
import io.cutovergate.harness.config.TraceStore;
import java.time.Duration;
import java.util.List;

/** A service whose requests must be found in a trace store. */
public record TracedService(
        String name,
        Vantage vantage,
        Host host,
        TraceStore store,
        Monitoring monitoring,
        Monitoring.Traces traces,
        Limits.Monitored limits)
        implements Subject {

    @Override
    public Duration allowance() {
        return limits.tracesWithin();
    }

    @Override
    public String service() {
        return name;
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads it from {@code monitoring.traces} and {@code SIDE.traces}. */
    public static final class Source implements SubjectSource<TracedService> {

        @Override
        public List<TracedService> subjects(Migration migration, Vantage vantage) {
            Monitoring monitoring = migration.application().monitoring();
            TraceStore store = migration.side(vantage.side()).traces();
            if (monitoring == null || monitoring.traces() == null || store == null) {
                return List.of();
            }
            return List.of(new TracedService(
                    monitoring.service(),
                    vantage,
                    migration.host(migration.service(monitoring.service()).host(), vantage.side()),
                    store,
                    monitoring,
                    monitoring.traces(),
                    migration.environment().limits().monitoringAndLogging()));
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            Monitoring monitoring = migration.application().monitoring();
            return monitoring != null && monitoring.traces() != null;
        }

        @Override
        public String configuredBy() {
            return "monitoring.traces and SIDE.traces";
        }
    }
}
