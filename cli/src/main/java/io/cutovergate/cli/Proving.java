package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.verdict.JudgedItem;
import io.cutovergate.reports.verdict.Verdict;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Proves faults of one gate on one testbed, or on one for each where steps are conducted: a healthy run is what every other is compared with. */
final class Proving implements AutoCloseable {

    private final Gate gate;
    private final boolean full;
    private DemoEnvironment demo;
    private final PrintStream out;
    private final Interruption interruption;
    private final Path reports;
    private Map<String, Status> expected = Map.of();
    private int run;

    private Proving(Gate gate, boolean full, PrintStream out, Interruption interruption) {
        this.gate = gate;
        this.full = full;
        this.demo = DemoEnvironment.start(gate, full, out::println, interruption);
        this.out = out;
        this.interruption = interruption;
        this.reports = Path.of(
                "gate-reports", "prove-" + gate + "-" + ProcessHandle.current().pid());
    }

    /**
     * Starts the gate's testbed.
     *
     * @param full whether with what takes minutes
     */
    static Proving start(Gate gate, boolean full, PrintStream out, Interruption interruption) {
        return new Proving(gate, full, out, interruption);
    }

    /** Runs the healthy testbed; an {@link IllegalStateException} tells of a false alarm or a run unlike the one before. */
    void healthy(int runs) {
        for (int i = 1; i <= runs; i++) {
            out.println("Healthy run " + i + " of " + runs);
            renew();
            Map<String, Status> seen = statuses(judge("healthy-" + i));
            seen.forEach((item, status) -> {
                if (status == Status.FAILED || status == Status.INCONCLUSIVE) {
                    throw new IllegalStateException(
                            "false alarm: " + item + " is " + status + " on the healthy testbed");
                }
            });
            if (!expected.isEmpty() && !seen.equals(expected)) {
                throw new IllegalStateException("two healthy runs differ: " + changes(expected, seen));
            }
            expected = seen;
        }
    }

    /** Injects, judges, heals, and compares with the healthy run. */
    Matrix.Row prove(Proof proof) {
        out.println();
        renew();
        out.println("Fault " + proof.fault() + ": " + demo.testbed().inject(proof.fault()));
        Verdict verdict;
        try {
            verdict = judge(proof.fault());
        } finally {
            // A testbed that was moved, or stopped on its way, is not what it was: the next one is new.
            if (!DemoEnvironment.isConducted(gate)) {
                demo.testbed().heal(proof.fault());
            }
        }
        List<String> objections = objections(proof, verdict);
        boolean held = objections.isEmpty();
        String seen = held ? firstLine(matching(proof, item(verdict, proof.item()))) : String.join("; ", objections);
        out.println((held ? "CAUGHT " : "NOT CAUGHT ") + proof.fault() + ": " + seen);
        return new Matrix.Row(proof, held, seen);
    }

    /** What is conducted moves the testbed, and is not moved back by a heal: the next run has a new one. */
    private void renew() {
        if (DemoEnvironment.isConducted(gate) && run > 0) {
            demo.close();
            demo = DemoEnvironment.start(gate, full, out::println, interruption);
        }
    }

    @Override
    public void close() {
        demo.close();
    }

    private Verdict judge(String name) {
        run++;
        return demo.judge(gate, plan -> reports.resolve("%02d-%s".formatted(run, name)), interruption);
    }

    private List<String> objections(Proof proof, Verdict verdict) {
        List<String> objections = new ArrayList<>();
        JudgedItem item = item(verdict, proof.item());
        if (expected.get(proof.item()) != Status.PROVEN) {
            objections.add(proof.item() + " is " + expected.get(proof.item())
                    + " on the healthy testbed: what a fault changes of it cannot be seen");
        }
        if (verdict.exitCode() != Exit.NO_GO) {
            objections.add("the verdict is " + verdict.headline());
        }
        if (item.status() != proof.status()) {
            objections.add(proof.item() + " is " + item.status() + " instead of " + proof.status() + " ("
                    + String.join(" / ", item.causes()) + ")");
        }
        for (String claim : proof.claims()) {
            boolean held = item.result().obligations().stream()
                    .filter(obligation -> obligation.obligation().claim().id().equals(claim))
                    .allMatch(obligation -> obligation.status() == Status.PROVEN);
            if (held) {
                objections.add("the claim " + claim + " held");
            }
        }
        if (matching(proof, item).isEmpty()) {
            objections.add("no cause says '" + proof.message() + "': " + String.join(" / ", item.causes()));
        }
        Map<String, Status> others = new LinkedHashMap<>(statuses(verdict));
        Map<String, Status> before = new LinkedHashMap<>(expected);
        others.remove(proof.item());
        before.remove(proof.item());
        proof.collateral().forEach(others::remove);
        proof.collateral().forEach(before::remove);
        if (!others.equals(before)) {
            objections.add("outside the collateral: " + changes(before, others));
        }
        return objections;
    }

    private static String matching(Proof proof, JudgedItem item) {
        return item.causes().stream()
                .filter(cause -> cause.contains(proof.message()))
                .findFirst()
                .orElse("");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static JudgedItem item(Verdict verdict, String id) {
        return verdict.items().stream()
                .filter(item -> item.item().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the gate has no item " + id));
    }

    private static Map<String, Status> statuses(Verdict verdict) {
        Map<String, Status> statuses = new LinkedHashMap<>();
        verdict.items().forEach(item -> statuses.put(item.item().id(), item.status()));
        return statuses;
    }

    private static String changes(Map<String, Status> before, Map<String, Status> after) {
        return before.entrySet().stream()
                .filter(entry -> after.get(entry.getKey()) != entry.getValue())
                .map(entry -> entry.getKey() + " from " + entry.getValue() + " to " + after.get(entry.getKey()))
                .collect(Collectors.joining(", "));
    }
}
