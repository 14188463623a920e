package io.cutovergate.load;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.ComparedScenario;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.load.injector.LoadPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The source as it was recorded: young enough, and by the load that the target gets. */
record RecordedSource(Path file, Baseline baseline, Baseline.Recorded recorded, Duration age) {

    private static final String KEY = "load.baseline";

    static RecordedSource of(Migration migration, ComparedScenario scenario) {
        return of(migration, scenario, Clock.systemUTC());
    }

    /** Reads it; {@link Unexamined} says why it cannot be used. */
    static RecordedSource of(Migration migration, ComparedScenario scenario, Clock clock) {
        Path file = migration.environment().load().baseline();
        if (file == null) {
            throw new Unexamined("the source may not be loaded (load.source: allowed) and " + KEY
                    + " is not configured, so the target cannot be held against it; `gate baseline` records one");
        }
        try {
            Baseline baseline = Baseline.read(file);
            Baseline.Recorded recorded = baseline.scenarios().get(scenario.name());
            if (recorded == null) {
                throw new Unexamined(file + " (" + KEY + ") has no scenario " + scenario.name());
            }
            Duration age = Duration.between(Instant.parse(baseline.recordedAt()), clock.instant());
            Duration limit = scenario.limits().baselineMaxAge();
            if (age.compareTo(limit) > 0) {
                throw new Unexamined(file + " (" + KEY + ") was recorded " + baseline.recordedAt() + ", more than "
                        + Units.print(limit) + " ago"
                        + " (limits.performance-under-load.against-source.baseline-max-age)");
            }
            return new RecordedSource(file, baseline, recorded, age);
        } catch (IOException | DateTimeParseException e) {
            throw new Unexamined(file + " (" + KEY + ") cannot be read: " + e.getMessage(), e);
        }
    }

    /** Two loads say nothing of each other. */
    void sameAs(LoadPlan plan, Alternation alternation) {
        different("requests", recorded.requests(), Baseline.digest(plan));
        different("load.peak × load.margin", recorded.perSecond() + "/s", alternation.perSecond() + "/s");
        different(
                "load.round", recorded.roundMillis() + "ms", alternation.round().toMillis() + "ms");
    }

    private void different(String what, String then, String now) {
        if (!then.equals(now)) {
            throw new Unexamined(file + " (" + KEY + ") was recorded with other " + what + " (" + then + ") than now ("
                    + now + "), so the target cannot be held against it");
        }
    }

    SideRounds rounds() {
        return recorded.sideRounds();
    }

    String how() {
        return "the source was not loaded: its figures are a recorded baseline of " + baseline.recordedAt() + ", "
                + age.toHours() + " h ago, of " + recorded.host() + " in " + baseline.environment() + ", by commit "
                + baseline.commit() + " (" + file + ")";
    }
}
