package io.cutovergate.cli;

import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.load.BaselineRecorder;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records the source under load, for gates that may not load it. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = {
            "Puts the load of every scenario on the source, in rounds, and records how long its answers took.",
            "Only where the environment file says `load.source: allowed`. Other files then name the result as `load.baseline`."
        })
final class BaselineCommand implements Callable<Integer> {

    @Option(names = "--env", required = true, paramLabel = "FILE", description = "the environment file")
    private Path environment = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "where the baseline is written; must not exist yet")
    private Path out = Path.of("");

    @Override
    public Integer call() {
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(environment, new MachineResolver(System.getenv()), problems);
        if (files.environment().isValid() && files.environment().value().source() == null) {
            problems.at(files.environment(), "source", "missing; there is nothing to record");
        }
        if (!problems.isEmpty()) {
            throw UsageException.of(problems);
        }
        if (Files.exists(out)) {
            throw new UsageException("--out: " + out + " exists already");
        }
        PrintStream console = Program.out();
        try {
            new BaselineRecorder(files.migration(), Commit.current(), Clock.systemUTC())
                    .record(out, line -> console.println("  " + line));
        } catch (Unexamined e) {
            console.println("Nothing was recorded: " + e.getMessage());
            return Exit.NO_GO;
        } catch (IOException e) {
            throw new UncheckedIOException(out + " cannot be written", e);
        }
        console.println("Recorded in " + out + ".");
        return Exit.OK;
    }
}
