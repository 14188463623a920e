package io.cutovergate.cli;

import io.cutovergate.cutover.conduct.Conductor;
import io.cutovergate.cutover.conduct.Entry;
import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.conduct.Judge;
import io.cutovergate.cutover.conduct.Script;
import io.cutovergate.cutover.conduct.Voice;
import io.cutovergate.cutover.watch.Cleaning;
import io.cutovergate.cutover.watch.Records;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.probe.process.Command;
import io.cutovergate.reports.verdict.Verdict;
import io.cutovergate.testbed.TestbedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Rehearses the way back of the demo in its staging, as `gate rollback` does, without a word on the terminal. */
final class RollbackRehearsal {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Prepared prepared;
    private final Path environment;
    private final Map<String, String> variables;
    private final Interruption interruption;

    RollbackRehearsal(Prepared prepared, Path environment, Map<String, String> variables, Interruption interruption) {
        this.prepared = prepared;
        this.environment = environment;
        this.variables = variables;
        this.interruption = interruption;
    }

    /** Goes back from where a cutover leaves it: the public names mean the target, and the source is closed. */
    Verdict judge(Path report) {
        new Command(
                        "demo",
                        List.of(variables.get("TESTBED_OPERATIONS") + "/scripts/cutover/read-only.sh", "source", "on"),
                        report.resolveSibling(""),
                        PATIENCE,
                        script().variables())
                .run();
        return new Conducting(prepared, environment, "demo", Voice.SILENT, interruption, variables, Judging.nobody())
                .judge(report);
    }

    /** Takes back what was done, and removes what the watch wrote. */
    void putBack() {
        try {
            Journal journal = Journal.open(Records.folder(migration(), Gate.ROLLBACK), Clock.systemUTC());
            new Conductor(script(), journal, new NoJudge(), Voice.SILENT, Clock.systemUTC()).undo();
            journal.entries().stream()
                    .filter(entry -> entry.event() == Entry.Event.UNDO_FAILED)
                    .findFirst()
                    .ifPresent(entry -> {
                        throw new TestbedException("the rehearsal is not taken back: " + entry.detail());
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("the rehearsal cannot be taken back", e);
        }
        Cleaning cleaning = Cleaning.run(migration(), Gate.ROLLBACK);
        if (!cleaning.left().isEmpty()) {
            throw new TestbedException("the rehearsal left behind: " + String.join("; ", cleaning.left()));
        }
    }

    private Migration migration() {
        return prepared.files().migration();
    }

    private Script script() {
        return Script.of(migration(), Gate.ROLLBACK);
    }

    /** Taking back asks for nothing. */
    private static final class NoJudge implements Judge {

        @Override
        public List<String> ask(String item) {
            throw new IllegalStateException("nothing is asked while steps are taken back");
        }

        @Override
        public List<String> prove(List<String> items) {
            throw new IllegalStateException("nothing is judged while steps are taken back");
        }
    }
}
