package io.cutovergate.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.probe.jobs.Piece;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovedWorkTest {

    private static final Instant LATER = Instant.parse("2026-12-01T09:30:00Z");
    private static final Piece MAIL = new Piece("mail/1", "mail", LATER);
    private static final Piece BILL = new Piece("bill/1", "bill", null);

    @Test
    void objectsToNothingWhereEachStandsOrIsDoneOnce() {
        MovedWork moved = MovedWork.of(List.of(MAIL, BILL), List.of(MAIL), Map.of("mail/1", 0L, "bill/1", 1L));
        assertThat(moved.missing()).isEmpty();
        assertThat(moved.doubled()).isEmpty();
        assertThat(moved.misdated()).isEmpty();
    }

    @Test
    void namesWhatIsNowhere() {
        MovedWork moved = MovedWork.of(List.of(MAIL, BILL), List.of(BILL), Map.of());
        assertThat(moved.missing()).containsExactly("mail/1 (due 2026-12-01T09:30:00Z)");
    }

    @Test
    void namesWhatStandsTwiceOrIsDoneAndStandsStill() {
        MovedWork moved = MovedWork.of(List.of(MAIL, BILL), List.of(MAIL, BILL, BILL), Map.of("mail/1", 1L));
        assertThat(moved.doubled())
                .containsExactly(
                        "mail/1 (1 times to be done, 1 times done)", "bill/1 (2 times to be done, 0 times done)");
        assertThat(moved.missing()).isEmpty();
    }

    @Test
    void expectsWhatStandsTwiceOnTheSourceTwice() {
        MovedWork moved = MovedWork.of(List.of(BILL, BILL), List.of(BILL), Map.of());
        assertThat(moved.missing()).containsExactly("bill/1");
        assertThat(MovedWork.of(List.of(BILL, BILL), List.of(BILL, BILL), Map.of())
                        .doubled())
                .isEmpty();
    }

    @Test
    void namesWhatIsDueAtAnotherTime() {
        Piece early = new Piece("mail/1", "mail", LATER.minusSeconds(3600));
        MovedWork moved = MovedWork.of(List.of(MAIL), List.of(early), Map.of());
        assertThat(moved.misdated()).containsExactly("mail/1 (due 2026-12-01T09:30:00Z) is due 2026-12-01T08:30:00Z");
    }
}
