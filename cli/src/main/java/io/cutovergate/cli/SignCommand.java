package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.EnvironmentFile;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.reports.statement.SignOff;
import io.cutovergate.reports.statement.SignOffs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a person's statement. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = {
            "Adds your statement for an item that no check can prove to the environment's file of sign-offs.",
            "It counts for this gate, this environment and the release that the environment file names, and no other."
        })
final class SignCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ITEM", description = "for example team-walkthrough-done")
    private String item = "";

    @Option(names = "--gate", required = true, paramLabel = "GATE", description = "the gate it is for")
    private Gate gate = Gate.DEV;

    @Option(names = "--env", required = true, paramLabel = "FILE", description = "the environment file")
    private Path environment = Path.of("");

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "your name")
    private String by = "";

    @Option(names = "--statement", required = true, paramLabel = "TEXT", description = "what you state, in a sentence")
    private String statement = "";

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "last day on which it counts (default: as long as the release is judged)")
    private @Nullable LocalDate until;

    @Override
    public Integer call() {
        Prepared prepared = Prepared.of(
                gate,
                environment,
                new MachineResolver(System.getenv()).withoutCommands(),
                Catalogue.planner(List.of()),
                Narrowing.NONE);
        ChecklistItem asked = prepared.planner().item(item);
        if (asked == null || !asked.signOff() || !asked.gates().contains(gate)) {
            throw new UsageException(item + " is no item that a person states at the gate " + gate
                    + "; `gate plan` prints those that are");
        }
        EnvironmentFile file = prepared.files().migration().environment();
        if (file.signOffs() == null) {
            throw new UsageException(
                    environment + ": sign-offs names no file; add for example `sign-offs: signoffs.yaml`");
        }
        try {
            SignOffs.append(
                    file.signOffs(),
                    new SignOff(
                            item,
                            gate,
                            file.environment(),
                            file.release(),
                            by,
                            LocalDate.now(ZoneId.systemDefault()),
                            until,
                            statement));
        } catch (IOException e) {
            throw new UncheckedIOException(file.signOffs() + " cannot be written", e);
        }
        Program.out()
                .println("Signed " + item + " for " + gate + " of " + file.environment() + " in " + file.signOffs()
                        + ".");
        return Exit.OK;
    }
}
