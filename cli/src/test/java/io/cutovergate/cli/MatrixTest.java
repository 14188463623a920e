package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.run.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatrixTest {

    @Test
    void replacesWhatWasExecutedAndKeepsTheRest() {
        String first = Matrix.render(
                "",
                List.of(row("one", true, "a|b"), row("two", false, "held")),
                Map.of(Gate.DEV, 1, Gate.STAGING, 2),
                "aaa");
        assertThat(first.lines().filter(line -> line.startsWith("| dev")))
                .containsExactly(
                        "| dev | one | i/c | failed | nothing | aaa | caught: a\\|b |",
                        "| dev | two | i/c | failed | nothing | aaa | **NOT caught**: held |");

        String second = Matrix.render(first, List.of(row("two", true, "now")), Map.of(Gate.DEV, 10), "bbb");
        assertThat(second.lines().filter(line -> line.startsWith("| dev")))
                .containsExactly(
                        "| dev | one | i/c | failed | nothing | aaa | caught: a\\|b |",
                        "| dev | two | i/c | failed | nothing | bbb | caught: now |");
        assertThat(second.lines().filter(line -> line.startsWith("- Healthy")))
                .containsExactly(
                        "- Healthy testbed, gate dev: 10 in a row without a false alarm (commit bbb).",
                        "- Healthy testbed, gate staging: 2 in a row without a false alarm (commit aaa).");
    }

    private static Matrix.Row row(String fault, boolean held, String seen) {
        return new Matrix.Row(new Proof(fault, Gate.DEV, List.of("i/c"), Status.FAILED, "", List.of()), held, seen);
    }
}
