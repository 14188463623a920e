package io.cutovergate.cli;

import io.cutovergate.cutover.conduct.Entry;
import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.conduct.Lock;
import io.cutovergate.cutover.conduct.Script;
import io.cutovergate.cutover.watch.RecordReader;
import io.cutovergate.cutover.watch.Records;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells where a cutover or rollback stands. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Tells from another terminal where a cutover or a rollback stands: who conducts, which steps are done,",
            "and what the watch has seen. Reads files only."
        })
final class StatusCommand implements Callable<Integer> {

    @Option(names = "--env", required = true, paramLabel = "FILE", description = "the environment file")
    private Path environment = Path.of("");

    @Option(names = "--gate", paramLabel = "GATE", description = "cutover or rollback (default: cutover)")
    private Gate gate = Gate.CUTOVER;

    private final PrintStream out = Program.out();

    @Override
    public Integer call() {
        Migration migration = Prepared.migration(environment);
        Path folder = Records.folder(migration, gate);
        try {
            tell(Journal.open(folder, Clock.systemUTC()), Script.of(migration, gate), folder);
        } catch (IllegalArgumentException e) {
            throw new UsageException(environment + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
        return Exit.OK;
    }

    private void tell(Journal journal, Script script, Path folder) throws IOException {
        if (journal.begun().isEmpty()) {
            out.println("No " + gate + " has begun (" + folder + ")");
            return;
        }
        String holder = Lock.heldBy(folder);
        out.println(gate + " begun at " + journal.begun().get() + " by "
                + journal.entries().get(0).detail() + "; "
                + (holder != null
                        ? "conducted by " + holder
                        : journal.isOver() ? "over" : "conducted by nobody now: the same command goes on"));
        for (Script.Step step : script.steps()) {
            Optional<Entry> last = journal.last(step.id());
            out.println("  %-24s %s"
                    .formatted(
                            step.id(), last.map(entry -> told(journal, entry)).orElse("to come")));
        }
        Duration window = script.window();
        if (window != null && !journal.isOver()) {
            out.println("Turning back fits the window until "
                    + journal.begun().get().plus(window).minus(script.wayBack()));
        }
        out.println(WatchProcess.isAlive(folder) ? "The watch looks." : "Nobody watches.");
        seen(folder);
    }

    private static String told(Journal journal, Entry entry) {
        String took = journal.took(entry.step())
                .map(time -> " after " + Units.print(time))
                .orElse("");
        return entry.event() + " at " + entry.at() + took
                + (entry.detail().isEmpty()
                        ? ""
                        : ": " + entry.detail().lines().findFirst().orElse(""));
    }

    private void seen(Path folder) {
        try {
            RecordReader.folder(folder).forEach(record -> record.series().forEach(series -> {
                long down = series.outages().stream()
                        .mapToLong(outage -> outage.micros())
                        .sum();
                out.println(
                        "  " + series + ": " + series.sent().size() + " asked, not served for " + down / 1000 + " ms");
            }));
        } catch (Unexamined e) {
            out.println("  " + e.getMessage());
        }
    }
}
