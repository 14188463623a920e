package io.cutovergate.load;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.junit.DetachedScope;
import io.cutovergate.harness.subject.ComparedScenario;
import io.cutovergate.harness.subject.ScenarioAt;
import io.cutovergate.load.injector.Scratch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Records the source's times under the load of every scenario, where the files allow the source to be loaded. */
public final class BaselineRecorder {

    private final Migration migration;
    private final String commit;
    private final Clock clock;

    /**
     * @param commit of the program
     */
    public BaselineRecorder(Migration migration, String commit, Clock clock) {
        this.migration = migration;
        this.commit = commit;
        this.clock = clock;
    }

    /**
     * Loads the source and writes the file; {@link io.cutovergate.harness.evidence.Unexamined} says why it could not.
     *
     * @param progress is told what is loaded, and what was seen
     */
    public void record(Path file, Consumer<String> progress) throws IOException {
        Map<String, Baseline.Recorded> scenarios = new TreeMap<>();
        for (ScenarioAt source : sources()) {
            progress.accept("loading " + source.id() + " at " + Plans.perSecond(source) + "/s in "
                    + source.load().rounds() + " rounds of "
                    + source.load().round().toSeconds() + " s");
            Baseline.Recorded recorded = record(source);
            scenarios.put(source.name(), recorded);
            SideRounds rounds = recorded.sideRounds();
            progress.accept(source.id() + ": " + rounds.samples() + " samples, " + rounds.errorShare() + " failed, p95 "
                    + rounds.rounds().percentile(95) + " ms, p99 "
                    + rounds.rounds().percentile(99) + " ms");
        }
        new Baseline(
                        Baseline.FORMAT,
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                        commit,
                        migration.environment().environment(),
                        migration.environment().release(),
                        scenarios)
                .write(file);
    }

    private Baseline.Recorded record(ScenarioAt source) throws IOException {
        // No verdict is reached here: what clients keep as evidence goes with the folder.
        try (Scratch scratch = Scratch.make("gate-baseline-")) {
            return new Comparer(new DetachedScope(migration, source.vantage(), scratch.folder())).record(source);
        }
    }

    private Iterable<ScenarioAt> sources() {
        Vantage anywhere = new Vantage(Side.TARGET, Route.PUBLIC_NAME);
        return new ScenarioAt.Source()
                .subjects(migration, anywhere).stream()
                        .map(scenario -> ComparedScenario.Source.atSource(migration, scenario))
                        .toList();
    }
}
