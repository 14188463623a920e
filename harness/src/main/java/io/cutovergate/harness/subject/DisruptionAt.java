package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;

/** A disruption under the traffic of a scenario. */
public record DisruptionAt(
        String name, Vantage vantage, ScenarioAt scenario, LoadRules.Disruption disruption, Limits.Failover limits)
        implements Subject {

    @Override
    public Duration allowance() {
        return scenario.allowance().plus(disruption.within().multipliedBy(2)).plus(limits.recoverWithin());
    }

    @Override
    public String service() {
        return scenario.service();
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code scenarios and load.disruptions}. */
    public static final class Source implements SubjectSource<DisruptionAt> {

        @Override
        public List<DisruptionAt> subjects(Migration migration, Vantage vantage) {
            List<ScenarioAt> scenarios = new ScenarioAt.Source().subjects(migration, vantage);
            if (scenarios.isEmpty()) {
                return List.of();
            }
            return migration.environment().load().disruptions().entrySet().stream()
                    .map(entry -> new DisruptionAt(
                            entry.getKey(),
                            vantage,
                            scenarios.get(0),
                            entry.getValue(),
                            migration.environment().limits().failoverAndRestart()))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "scenarios and load.disruptions";
        }
    }
}
