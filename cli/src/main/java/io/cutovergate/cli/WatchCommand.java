package io.cutovergate.cli;

import io.cutovergate.cutover.watch.Cleaning;
import io.cutovergate.cutover.watch.Observer;
import io.cutovergate.cutover.watch.RecordReader;
import io.cutovergate.cutover.watch.Records;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Watches from outside, and writes down what it sees. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the endpoints of the application file's watch at a fixed rate, through the public names, and writes",
            "down how each request ended and which side answered. `gate cutover` starts one by itself; by hand it is for",
            "a cutover that you conduct yourself, and for further observers at other places.",
            "",
            "With --gate pre-cutover, while the source serves, it takes the baseline that errors-and-latency-stable is held",
            "against; with --gate post-cutover, while the target does, what is held against it. The newest record counts.",
            "",
            "Writes what watch.writes says, each with an identifier of its own. The record can be cut off at any moment."
        })
final class WatchCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration SAY = Duration.ofSeconds(2);

    @Option(names = "--env", required = true, paramLabel = "FILE", description = "the environment file")
    private Path environment = Path.of("");

    @ArgGroup(multiplicity = "1")
    private Until until = new Until();

    /** When it ends by itself. */
    static final class Until {
        @Option(names = "--for", paramLabel = "DURATION", description = "ends after this time, for example 2h")
        private @Nullable Duration time;

        @Option(names = "--until", paramLabel = "FILE", description = "ends when this file exists")
        private @Nullable Path file;

        @Option(
                names = "--clean",
                description =
                        "watches nothing, and removes what the watches of the gate wrote, when nothing builds on it any more")
        private boolean clean;
    }

    @Option(
            names = "--at-most",
            paramLabel = "DURATION",
            description = "with --until: ends after this time in any case (default: 24h)")
    private Duration atMost = Duration.ofHours(24);

    @Option(
            names = "--gate",
            paramLabel = "GATE",
            description =
                    "cutover, rollback, pre-cutover or post-cutover: where in watch.record the record belongs (default: cutover)")
    private Gate gate = Gate.CUTOVER;

    @Option(
            names = "--observer",
            paramLabel = "NAME",
            description = "name of the place that this observer stands at (default: here)")
    private String observer = "here";

    @Override
    public Integer call() {
        if (!observer.matches("[A-Za-z0-9_-]+")) {
            throw new UsageException("--observer: letters, digits, - and _ only");
        }
        Migration migration = Prepared.migration(environment);
        if (migration.application().watch() == null) {
            throw new UsageException(environment + ": the application file has no watch, so there is nothing to ask");
        }
        if (until.clean) {
            return clean(migration);
        }
        Path file = Records.next(migration, gate, observer);
        PrintStream out = Program.out();
        try (Interruption interruption = new Interruption();
                Observer watching = Observer.start(migration, file, observer)) {
            interruption.exitWith(Exit.OK);
            out.println("Watching; the record is " + file);
            Instant begun = Instant.now();
            Instant said = begun;
            while (!interruption.await(LOOK) && !isOver(begun)) {
                watching.requireSound();
                if (Duration.between(said, Instant.now()).compareTo(SAY) >= 0) {
                    said = Instant.now();
                    out.println("  " + watching.live());
                }
            }
            watching.finish();
            out.println("Ended; " + RecordReader.file(file).series().size() + " series are in " + file);
            return Exit.OK;
        } catch (Unexamined e) {
            throw new UsageException("the watch cannot begin: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private int clean(Migration migration) {
        try {
            Cleaning cleaning = Cleaning.run(migration, gate);
            cleaning.left().forEach(line -> Program.out().println("  left: " + line));
            Program.out()
                    .println(cleaning.removed() + " removed, " + cleaning.left().size() + " left");
            return cleaning.left().isEmpty() ? Exit.OK : Exit.NO_GO;
        } catch (Unexamined e) {
            throw new UsageException("nothing is removed: " + e.getMessage());
        }
    }

    private boolean isOver(Instant begun) {
        Duration longest = until.time != null ? until.time : atMost;
        return Duration.between(begun, Instant.now()).compareTo(longest) >= 0
                || (until.file != null && Files.exists(until.file));
    }
}
