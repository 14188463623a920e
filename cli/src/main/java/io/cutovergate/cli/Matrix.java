package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The faults that were injected and what became of the verdict, as a page. */
final class Matrix {

    /** Where the last executed matrix stands in the repository. */
    static final String FILE = "docs/faults.md";

    private static final String HEAD = """
            # Faults and what they turn

            Written by `./gate prove --write`, which replaces the rows that it executed and keeps the others. Each fault is injected
            from outside (process, SQL, certificate, network, gateway, provider); the whole gate is run; the item must turn with the
            message that is shown, and no item outside the collateral may change.

            """;
    private static final String TABLE = """

            | gate | fault | claims that it breaks | item becomes | may turn with it | commit | seen |
            |---|---|---|---|---|---|---|
            """;
    private static final String HEALTHY = "- Healthy testbed, gate ";
    private static final String RUNS = " in a row without a false alarm";

    /** One row: a proof, and what was seen. */
    record Row(Proof proof, boolean held, String seen) {}

    private Matrix() {}

    /**
     * Renders the page.
     *
     * @param before the page as it was; its rows of other faults are kept
     * @param healthy how many healthy runs of each gate in a row ended without a false alarm; the longest row is kept
     */
    static String render(String before, List<Row> rows, Map<Gate, Integer> healthy, String commit) {
        Map<String, String> runs = keyed(before, HEALTHY, line -> line.substring(0, line.indexOf(':')));
        healthy.forEach((gate, count) -> runs.merge(
                HEALTHY + gate,
                HEALTHY + gate + ": " + count + RUNS + " (commit " + commit + ").",
                (earlier, now) -> count(now) >= count(earlier) ? now : earlier));
        Map<String, String> table =
                keyed(before, "| ", line -> String.join("|", line.split("\\|", 4)[1], line.split("\\|", 4)[2]));
        rows.forEach(row -> table.put(key(row), line(row, commit)));
        return HEAD
                + String.join("\n", runs.values()) + "\n"
                + TABLE
                + table.values().stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /** The lines that begin so, by their key. */
    private static Map<String, String> keyed(String page, String start, UnaryOperator<String> key) {
        Map<String, String> lines = new TreeMap<>();
        page.lines()
                .filter(line -> line.startsWith(start) && !line.startsWith("| gate |"))
                .forEach(line -> lines.put(key.apply(line), line));
        return lines;
    }

    /** The longest row of healthy runs stays on the page. */
    private static int count(String line) {
        return Integer.parseInt(line.substring(line.indexOf(": ") + 2, line.indexOf(RUNS)));
    }

    private static String key(Row row) {
        return " " + row.proof().gate() + " | " + row.proof().fault() + " ";
    }

    private static String line(Row row, String commit) {
        Proof proof = row.proof();
        String seen = row.seen().replace("|", "\\|").replace("\n", " ");
        return "|" + key(row) + "| " + String.join(", ", proof.claims()) + " | " + proof.status() + " | "
                + (proof.collateral().isEmpty() ? "nothing" : String.join(", ", proof.collateral())) + " | " + commit
                + " | " + (row.held() ? "caught: " : "**NOT caught**: ") + seen + " |";
    }
}
