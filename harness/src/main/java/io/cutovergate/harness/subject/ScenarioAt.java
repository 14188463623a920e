package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Scenario;
import java.time.Duration;
import java.util.List;

/** A mix of requests, the rate at which it arrives and its limits. */
public record ScenarioAt(
        String name, Vantage vantage, String service, Host host, Scenario scenario, LoadRules load, Limits limits)
        implements Subject {

    @Override
    public Duration allowance() {
        return load.warmUp()
                .plus(load.duration())
                .plus(load.step().multipliedBy(load.steps().size()));
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code scenarios}. */
    public static final class Source implements SubjectSource<ScenarioAt> {

        @Override
        public List<ScenarioAt> subjects(Migration migration, Vantage vantage) {
            return migration.application().scenarios().entrySet().stream()
                    .map(entry -> new ScenarioAt(
                            entry.getKey(),
                            vantage,
                            entry.getValue().service(),
                            migration.host(
                                    migration
                                            .service(entry.getValue().service())
                                            .host(),
                                    vantage.side()),
                            entry.getValue(),
                            migration.environment().load(),
                            migration.environment().limits()))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "scenarios";
        }
    }
}
