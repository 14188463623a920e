package io.cutovergate.probe.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static Histogram of(LongStream times) {
        Histogram histogram = new Histogram(3);
        times.forEach(histogram::recordValue);
        return histogram;
    }

    private final Rounds rounds =
            Rounds.of(List.of(of(LongStream.rangeClosed(1, 90)), of(LongStream.rangeClosed(991, 1000))));

    @Test
    void percentilesAreThoseOfAllAnswersTogether() {
        assertThat(rounds.count()).isEqualTo(100);
        assertThat(rounds.percentile(50)).isEqualTo(50);
        assertThat(rounds.percentile(90)).isEqualTo(90);
        assertThat(rounds.percentile(95)).as("not the mean of both rounds").isEqualTo(995);
        assertThat(rounds.percentile(100)).isEqualTo(1000);
    }

    @Test
    void aRoundCountsAsOftenAsItIsTaken() {
        assertThat(rounds.percentiles(new int[] {1, 0}, 95, 100)).containsExactly(86, 90);
        assertThat(rounds.percentiles(new int[] {0, 3}, 0, 100)).containsExactly(991, 1000);
    }

    @Test
    void theShareOfStallsIsCounted() {
        assertThat(rounds.shareAbove(500)).isEqualTo(0.1);
        assertThat(rounds.shareAbove(1000)).isZero();
    }
}
