package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows that every check can fail. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = {
            "Injects every fault of the testbed at its gate and shows that its item turns, with the right message, and that",
            "no item outside the declared collateral changes. Ends with 1 if that is not so."
        })
final class ProveCommand implements Callable<Integer> {

    @Option(names = "--gate", paramLabel = "GATE", description = "only faults of this gate; may be repeated")
    private Set<Gate> gates = new LinkedHashSet<>();

    @Option(names = "--fault", paramLabel = "FAULT", description = "only this fault; may be repeated")
    private Set<String> faults = new LinkedHashSet<>();

    @Option(
            names = "--healthy",
            paramLabel = "N",
            description = "healthy runs of each gate before (default: ${DEFAULT-VALUE})",
            defaultValue = "1")
    private int healthy;

    @Option(names = "--write", description = "write the matrix to docs/faults.md")
    private boolean write;

    @Override
    public Integer call() {
        if (healthy < 1) {
            throw new UsageException("--healthy: at least 1; what a fault changes is seen against a healthy run");
        }
        List<Proof> asked = Proofs.ALL.stream()
                .filter(proof -> gates.isEmpty() || gates.contains(proof.gate()))
                .filter(proof -> faults.isEmpty() || faults.contains(proof.fault()))
                .toList();
        if (asked.isEmpty()) {
            throw new UsageException("no fault is asked for; `gate faults` lists them");
        }
        PrintStream out = Program.out();
        List<Matrix.Row> rows = new ArrayList<>();
        Map<Gate, Integer> healthyRuns = new EnumMap<>(Gate.class);
        try (Interruption interruption = new Interruption()) {
            for (Gate gate : Gate.values()) {
                for (boolean full : new boolean[] {false, true}) {
                    List<Proof> together = asked.stream()
                            .filter(proof -> proof.gate() == gate && proof.full() == full)
                            .toList();
                    if (!together.isEmpty()) {
                        try (Proving proving = Proving.start(gate, full, out, interruption)) {
                            proving.healthy(healthy);
                            healthyRuns.put(gate, healthy);
                            together.forEach(proof -> rows.add(proving.prove(proof)));
                        }
                    }
                }
            }
            long failed = rows.stream().filter(row -> !row.held()).count();
            out.println();
            rows.stream()
                    .filter(row -> !row.held())
                    .forEach(row -> out.println("NOT PROVEN " + row.proof().fault() + ": " + row.seen()));
            out.println((rows.size() - failed) + " of " + rows.size() + " faults caught as declared.");
            if (write) {
                write(rows, healthyRuns);
            }
            return interruption.exitWith(failed == 0 ? Exit.OK : Exit.NO_GO);
        }
    }

    private static void write(List<Matrix.Row> rows, Map<Gate, Integer> healthyRuns) {
        Path file = Program.home().resolve(Matrix.FILE);
        try {
            String before = Files.exists(file) ? Files.readString(file) : "";
            Files.writeString(file, Matrix.render(before, rows, healthyRuns, Commit.current()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
