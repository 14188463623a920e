package io.cutovergate.load;

import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.ScenarioAt;
import io.cutovergate.load.injector.LoadPlan;
import io.cutovergate.load.injector.LoadPlan.Phase;
import io.cutovergate.probe.tls.Trust;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Puts the load of a scenario on a vantage, with arrivals that do not wait for answers. */
@Provided(by = Load.FromScope.class)
public final class Load {

    private final CheckScope scope;

    private Load(CheckScope scope) {
        this.scope = scope;
    }

    /** What the scenario's load showed: put on once in a run, for all its claims. */
    LoadRun run(ScenarioAt scenario) {
        return scope.shared(LoadRun.class, scenario.id(), () -> {
            LoadRules rules = scenario.load();
            double perSecond = Plans.perSecond(scenario);
            if (!rules.logs().isEmpty()) {
                if (scope.migration().application().scenarios().size() > 1) {
                    throw new Unexamined(
                            "load.logs cannot be told apart by scenario, and there are several (scenarios)");
                }
                return LoadRun.of(
                        new RecordedLogs(rules, Clock.systemUTC()).read(), perSecond, rules.warmUp(), rules.duration());
            }
            Duration whole = rules.warmUp().plus(rules.duration());
            List<Phase> phases = new ArrayList<>(List.of(new Phase(perSecond, whole.toMillis())));
            rules.steps()
                    .forEach(rate ->
                            phases.add(new Phase(rate.perSecond(), rules.step().toMillis())));
            LoadPlan plan = new Plans(scope).of(scenario, 0, phases);
            Injection injection = new GatlingProcess(plan, Trust.of(scope)).run();
            return LoadRun.of(injection, perSecond, rules);
        });
    }

    /** Puts no load on yet: the check does that asks for its figures first. */
    public static final class FromScope implements Provider<Load> {
        @Override
        public Load provide(CheckScope scope) {
            return new Load(scope);
        }
    }
}
