package io.cutovergate.cutover.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverTest {

    @Test
    void tellsACleanSwitch() {
        Handover handover =
                Handover.to(Seen.TARGET, List.of(by(0, Seen.SOURCE), by(20, Seen.SOURCE), by(40, Seen.TARGET)));

        assertThat(handover.firstOfNew()).isEqualTo(41);
        assertThat(handover.lastOfOld()).isEqualTo(21);
        assertThat(handover.changes()).isEqualTo(1);
        assertThat(handover.overlap()).isZero();
    }

    @Test
    void tellsForHowLongBothAnswered() {
        Handover handover = Handover.to(
                Seen.TARGET,
                List.of(by(0, Seen.SOURCE), by(20, Seen.TARGET), by(40, Seen.SOURCE), by(60, Seen.TARGET)));

        assertThat(handover.overlap()).isEqualTo(20);
        assertThat(handover.changes()).isEqualTo(3);
    }

    @Test
    void countsAnswersThatDoNotTellTheirSideAndChangesNothingForThem() {
        Handover handover =
                Handover.to(Seen.TARGET, List.of(by(0, Seen.SOURCE), by(20, Seen.UNKNOWN), by(40, Seen.SOURCE)));

        assertThat(handover.unknown()).isEqualTo(1);
        assertThat(handover.changes()).isZero();
        assertThat(handover.firstOfNew()).isNull();
    }

    private static Observation by(long sent, Seen seen) {
        return new Observation(sent, sent, sent + 1, Outcome.OK, 200, seen, "");
    }
}
