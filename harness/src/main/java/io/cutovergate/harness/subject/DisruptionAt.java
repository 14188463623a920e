package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.yaml.Share;
import java.time.Duration;
import java.util.List;

/** A disruption under the traffic of a scenario. */
public record DisruptionAt(
        String name, Vantage vantage, ScenarioAt scenario, LoadRules.Disruption disruption, Limits.Failover limits)
        implements Subject {

    /** Share of the requests that may fail. */
    public Share errors() {
        return disruption.errors() != null ? disruption.errors() : limits.errors();
    }

    /** The key that sets {@link #errors}. */
    public String errorsKey() {
        return disruption.errors() != null ? key("errors") : "limits.failover-and-restart.errors";
    }

    /** Time until requests must succeed again. */
    public Duration recoverWithin() {
        return disruption.recoverWithin() != null ? disruption.recoverWithin() : limits.recoverWithin();
    }

    /** The key that sets {@link #recoverWithin}. */
    public String recoverWithinKey() {
        return disruption.recoverWithin() != null
                ? key("recover-within")
                : "limits.failover-and-restart.recover-within";
    }

    /** How long it is watched at least. */
    public Duration duration() {
        return disruption.duration() != null
                ? disruption.duration()
                : scenario.load().duration();
    }

    /** A key of its own. */
    public String key(String name) {
        return "load.disruptions." + this.name + "." + name;
    }

    @Override
    public Duration allowance() {
        // Before it, its commands and the questions for its effect, the watch, and until all is steady again.
        return scenario.allowance()
                .plus(duration())
                .plus(disruption.within().multipliedBy(4))
                .plus(recoverWithin().multipliedBy(2));
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
