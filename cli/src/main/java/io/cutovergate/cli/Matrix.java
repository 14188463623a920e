package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The faults that were injected and what became of the verdict, as a page. */
final class Matrix {

    /** Where the last executed matrix stands in the repository. */
    static final String FILE = "docs/faults.md";

    /** One row: a proof, and what was seen. */
    record Row(Proof proof, boolean held, String seen) {}

    private Matrix() {}

    /**
     * Renders the page.
     *
     * @param healthy how many healthy runs of each gate ended as expected, without a false alarm
     */
    static String render(List<Row> rows, Map<Gate, Integer> healthy, String commit) {
        StringBuilder page = new StringBuilder("# Faults and what they turn\n\n");
        page.append("Written by `./gate prove --write`; executed on commit ")
                .append(commit)
                .append(".\n");
        page.append(
                "Each fault is injected from outside (process, SQL, certificate, network, gateway); the whole gate is run; the\n");
        page.append("item must turn with the message given, and no item outside the collateral may change.\n\n");
        new TreeMap<>(healthy).forEach((gate, runs) -> page.append("- Healthy testbed, gate ")
                .append(gate)
                .append(": ")
                .append(runs)
                .append(runs == 1 ? " run" : " runs in a row")
                .append(" without a false alarm.\n"));
        page.append(
                "\n| fault | gate | claim that it breaks | item becomes | collateral | seen |\n|---|---|---|---|---|---|\n");
        rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.proof().gate())
                        .thenComparing(row -> row.proof().fault()))
                .forEach(row -> page.append("| ")
                        .append(row.proof().fault())
                        .append(" | ")
                        .append(row.proof().gate())
                        .append(" | ")
                        .append(String.join(", ", row.proof().claims()))
                        .append(" | ")
                        .append(row.proof().status())
                        .append(" | ")
                        .append(collateral(row.proof()))
                        .append(" | ")
                        .append(row.held() ? "as expected: " : "**NOT as expected**: ")
                        .append(row.seen().replace("|", "\\|").replace("\n", " "))
                        .append(" |\n"));
        return page.toString();
    }

    private static String collateral(Proof proof) {
        return proof.collateral().isEmpty()
                ? "none"
                : proof.collateral().stream().collect(Collectors.joining(", "));
    }
}
