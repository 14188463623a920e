package io.cutovergate.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.cutover.watch.Observation;
import io.cutovergate.cutover.watch.Outcome;
import io.cutovergate.cutover.watch.Seen;
import io.cutovergate.cutover.watch.Write;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @Test
    void callsLostWhatWasAcknowledgedAndIsNotThere() {
        Ledger ledger = ledger(
                List.of(write("a", Outcome.OK), write("b", Outcome.OK), write("c", Outcome.SLOW)),
                Map.of("a", List.of("x")),
                Map.of("b", List.of("x")));

        assertThat(ledger.missing()).containsExactly("b (on the other side only)", "c (nowhere)");
    }

    @Test
    void neverCallsLostWhatNobodyPromised() {
        Ledger ledger = ledger(
                List.of(
                        write("late", Outcome.READ_TIMEOUT),
                        write("broken", Outcome.SERVER_ERROR),
                        write("no", Outcome.REFUSED)),
                Map.of("late", List.of("x")),
                Map.of());

        assertThat(ledger.missing()).isEmpty();
        assertThat(ledger.inDoubt()).containsOnly(Map.entry("late", true), Map.entry("broken", false));
        assertThat(ledger.refusedCount()).isEqualTo(1);
    }

    @Test
    void namesWhatStandsTwiceOrWasRefusedOrDiffers() {
        Ledger ledger = ledger(
                List.of(write("a", Outcome.OK), write("b", Outcome.READ_ONLY), write("c", Outcome.OK)),
                Map.of("a", List.of("x", "x"), "b", List.of("x"), "c", List.of("new")),
                Map.of("c", List.of("old")));

        assertThat(ledger.doubled()).containsExactly("a (2 times)");
        assertThat(ledger.refusedButThere()).containsExactly("b");
        assertThat(ledger.conflicting()).containsExactly("c");
    }

    private static Ledger ledger(
            List<Write> writes, Map<String, List<String>> serving, Map<String, List<String>> other) {
        return new Ledger(writes, List.of(), serving, other);
    }

    private static Write write(String id, Outcome outcome) {
        return new Write(id, new Observation(0, 0, 1, outcome, 0, Seen.SOURCE, ""), "");
    }
}
