package io.cutovergate.bench.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.cutover.watch.Outage;
import io.cutovergate.cutover.watch.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RowTest {

    @Test
    void nineOfTenErrorsAreAtMostTheNinetiethPercentile() {
        Row row = Row.of(
                "all",
                "new",
                LongStream.rangeClosed(1, 10).mapToObj(RowTest::tooLongBy).toList());

        assertThat(row.n()).isEqualTo(10);
        assertThat(row.median()).isEqualTo(5);
        assertThat(row.p90()).isEqualTo(9);
        assertThat(row.max()).isEqualTo(10);
        assertThat(Limits.of(false).beyond(List.of(row), List.of(tooLongBy(0)), List.of()))
                .isEmpty();
    }

    @Test
    void morePeriodsThanOneAreBeyondTheLimit() {
        Row row = Row.of("all", "kept", List.of(tooLongBy(21)));

        assertThat(Limits.of(false).beyond(List.of(row), List.of(tooLongBy(21)), List.of()))
                .containsExactly("kept connections: p90 of the error 21.0 ms, limit 20 ms");
    }

    @Test
    void nothingLookedAtIsNothingHeld() {
        assertThat(Limits.of(false).beyond(List.of(), List.of(), List.of())).containsExactly("no case was looked at");
    }

    private static Found tooLongBy(long millis) {
        Case made = new Case("503", 500_000, new Moment(0, 0), new Moment(500_000, 500_000));
        Outage outage = new Outage(0, 500_000 + millis * 1000, true, Map.of(Outcome.SERVER_ERROR, 25));
        return new Found(made, "new", List.of(outage), false, 0);
    }
}
