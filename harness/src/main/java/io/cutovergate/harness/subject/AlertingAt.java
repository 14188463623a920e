package io.cutovergate.harness.subject;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Monitoring;
import io.cutovergate.harness.config.SideConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a side's operators are told.
 *
 * @param reference a recorded answer that its rules must equal, or null
 * @param source the source's, where it has one
 */
public record AlertingAt(
        String name,
        Vantage vantage,
        SideConfig.Alerts alerts,
        @Nullable Path reference,
        SideConfig.@Nullable Alerts source,
        Limits.Alerting limits)
        implements Subject {

    @Override
    public Duration allowance() {
        return limits.within();
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads it from {@code SIDE.alerts}. */
    public static final class Source implements SubjectSource<AlertingAt> {

        @Override
        public List<AlertingAt> subjects(Migration migration, Vantage vantage) {
            SideConfig.Alerts alerts = migration.side(vantage.side()).alerts();
            Monitoring monitoring = migration.application().monitoring();
            if (alerts == null) {
                return List.of();
            }
            return List.of(new AlertingAt(
                    "alerting",
                    vantage,
                    alerts,
                    monitoring == null ? null : monitoring.alertRules(),
                    migration.environment().source() == null
                            ? null
                            : migration.side(Side.SOURCE).alerts(),
                    migration.environment().limits().alertsArmed()));
        }

        @Override
        public String configuredBy() {
            return "SIDE.alerts";
        }
    }
}
