package io.cutovergate.cli;

import io.cutovergate.testbed.FaultInfo;
import io.cutovergate.testbed.Testbed;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists what can be broken. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description =
                "Lists the faults of the testbed, the claims that they break, and the last matrix that was executed.")
final class FaultsCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        PrintStream out = Program.out();
        for (FaultInfo fault : Testbed.faults()) {
            out.println(fault.name() + " - " + fault.title());
            List<Proof> proofs = Proofs.of(fault.name());
            for (Proof proof : proofs) {
                out.println("    " + proof.gate() + ": " + String.join(", ", proof.claims()) + " is " + proof.status());
            }
            if (proofs.isEmpty()) {
                out.println("    breaks no claim that is built yet");
            }
        }
        Path matrix = Program.home().resolve(Matrix.FILE);
        if (Files.isRegularFile(matrix)) {
            out.println();
            out.print(read(matrix));
        }
        return Exit.OK;
    }

    private static String read(Path matrix) {
        try {
            return Files.readString(matrix);
        } catch (IOException e) {
            throw new UncheckedIOException(matrix + " cannot be read", e);
        }
    }
}
