package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.LogStore;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Monitoring;
import java.time.Duration;
import java.util.List;

/** A service whose requests must be found in a log store. */
public record LoggedService(
        String name,
        Vantage vantage,
        Host host,
        LogStore logs,
        Monitoring monitoring,
        String logQuery,
        Limits.Monitored limits)
        implements Subject {

    @Override
    public Duration allowance() {
        return limits.logsWithin();
    }

    @Override
    public String service() {
        return name;
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code monitoring} and {@code SIDE.logs}. */
    public static final class Source implements SubjectSource<LoggedService> {

        @Override
        public List<LoggedService> subjects(Migration migration, Vantage vantage) {
            Monitoring monitoring = migration.application().monitoring();
            LogStore logs = migration.side(vantage.side()).logs();
            String query = monitoring == null || logs == null ? null : logs.query(monitoring.logQuery());
            if (monitoring == null || logs == null || query == null) {
                return List.of();
            }
            return List.of(new LoggedService(
                    monitoring.service(),
                    vantage,
                    migration.host(migration.service(monitoring.service()).host(), vantage.side()),
                    logs,
                    monitoring,
                    query,
                    migration.environment().limits().monitoringAndLogging()));
        }

        @Override
        public String configuredBy() {
            return "monitoring, SIDE.logs, and a query: monitoring.log-query or SIDE.logs.query";
        }
    }
}
