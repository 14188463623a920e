package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.LogStore;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Monitoring;
import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.config.TraceStore;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A service whose requests must be found where the side keeps its logs, traces or metrics.
 *
 * @param within until they are
 */
public record MonitoredService(
        String name, Vantage vantage, Host host, Monitoring monitoring, SideConfig side, Duration within)
        implements Subject {

    /** Of those in a log store. */
    public LogStore logs() {
        return Objects.requireNonNull(side.logs());
    }

    /** The store's own query, else the application's. */
    public String logQuery() {
        return Objects.requireNonNull(query());
    }

    /** Of those in a trace store. */
    public TraceStore traces() {
        return Objects.requireNonNull(side.traces());
    }

    /** Of those in a counter. */
    public SideConfig.Metrics metrics() {
        return Objects.requireNonNull(side.metrics());
    }

    public String counter() {
        return Objects.requireNonNull(monitoring.counter());
    }

    private @Nullable String query() {
        LogStore logs = side.logs();
        return logs == null ? null : logs.query(monitoring.logQuery());
    }

    @Override
    public Duration allowance() {
        return within;
    }

    @Override
    public String service() {
        return name;
    }

    @Override
    public String toString() {
        return id();
    }

    /** The service of {@code monitoring}, where a side keeps that which is asked for. */
    abstract static class Kept implements SubjectSource<MonitoredService> {

        private final String configuredBy;
        private final Predicate<MonitoredService> kept;
        private final Function<Limits.Monitored, Duration> within;

        Kept(String configuredBy, Predicate<MonitoredService> kept, Function<Limits.Monitored, Duration> within) {
            this.configuredBy = configuredBy;
            this.kept = kept;
            this.within = within;
        }

        @Override
        public List<MonitoredService> subjects(Migration migration, Vantage vantage) {
            Monitoring monitoring = migration.application().monitoring();
            if (monitoring == null) {
                return List.of();
            }
            MonitoredService service = new MonitoredService(
                    monitoring.service(),
                    vantage,
                    migration.host(migration.service(monitoring.service()).host(), vantage.side()),
                    monitoring,
                    migration.side(vantage.side()),
                    within.apply(migration.environment().limits().monitoringAndLogging()));
            return kept.test(service) ? List.of(service) : List.of();
        }

        @Override
        public String configuredBy() {
            return configuredBy;
        }
    }

    /** Where lines are found by a query. */
    public static final class InLogs extends Kept {
        public InLogs() {
            super(
                    "monitoring, SIDE.logs, and a query: monitoring.log-query or SIDE.logs.query",
                    service -> service.query() != null,
                    Limits.Monitored::logsWithin);
        }
    }

    /** Where a request's trace is found. */
    public static final class InTraces extends Kept {
        public InTraces() {
            super(
                    "monitoring.traces and SIDE.traces",
                    service -> service.monitoring().traces() != null
                            && service.side().traces() != null,
                    Limits.Monitored::tracesWithin);
        }

        @Override
        public boolean asked(Gate gate, Migration migration) {
            Monitoring monitoring = migration.application().monitoring();
            return monitoring != null && monitoring.traces() != null;
        }
    }

    /** Where a counter grows. */
    public static final class InMetrics extends Kept {
        public InMetrics() {
            super(
                    "monitoring.counter and SIDE.metrics",
                    service -> service.monitoring().counter() != null
                            && service.side().metrics() != null,
                    Limits.Monitored::metricsWithin);
        }
    }
}
