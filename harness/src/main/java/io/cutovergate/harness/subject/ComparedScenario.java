package io.cutovergate.harness.subject;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;

/**
 * A mix of requests in which the target must not be slower than the source.
 *
 * @param target as it is put on the target
 * @param source as it would be put on the source
 */
public record ComparedScenario(ScenarioAt target, ScenarioAt source, Limits.AgainstSource limits) implements Subject {

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public Vantage vantage() {
        return target.vantage();
    }

    @Override
    public String service() {
        return target.service();
    }

    /** Whether both sides are loaded; otherwise the target alone, against what was recorded. */
    public boolean live() {
        return target.load().source() == LoadRules.Consent.ALLOWED;
    }

    @Override
    public Duration allowance() {
        LoadRules load = target.load();
        // As long as the load of the limits may take too: whichever check asks first puts it on.
        return target.allowance()
                .plus(load.warmUp().multipliedBy(2))
                .plus(load.round().multipliedBy(2L * load.rounds()));
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code scenarios} and {@code limits.performance-under-load.against-source}. */
    public static final class Source implements SubjectSource<ComparedScenario> {

        @Override
        public List<ComparedScenario> subjects(Migration migration, Vantage vantage) {
            Limits.AgainstSource limits =
                    migration.environment().limits().performanceUnderLoad().againstSource();
            if (limits == null || migration.environment().source() == null) {
                return List.of();
            }
            return new ScenarioAt.Source()
                    .subjects(migration, vantage).stream()
                            .map(target -> new ComparedScenario(target, atSource(migration, target), limits))
                            .toList();
        }

        /** The same scenario at the source: at its entry, where it has one, as public names may mean either side. */
        public static ScenarioAt atSource(Migration migration, ScenarioAt scenario) {
            Host host = migration.host(migration.service(scenario.service()).host(), Side.SOURCE);
            Route route = migration.side(Side.SOURCE).entry() == null ? Route.PUBLIC_NAME : Route.ENTRY;
            return new ScenarioAt(
                    scenario.name(),
                    new Vantage(Side.SOURCE, route),
                    scenario.service(),
                    host,
                    scenario.scenario(),
                    scenario.load(),
                    scenario.limits());
        }

        @Override
        public String configuredBy() {
            return "scenarios and limits.performance-under-load.against-source";
        }
    }
}
