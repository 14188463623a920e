package io.cutovergate.probe.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cutovergate.probe.comparison.Failures.Block;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares of which it is known what they truly are. */
class FailuresTest {

    private static final double CONFIDENCE = 0.9;

    /** Blocks of 300 requests each. */
    private static Failures failed(int... byBlock) {
        return new Failures(
                IntStream.of(byBlock).mapToObj(failed -> new Block(failed, 300)).toList());
    }

    @Test
    void singleFailuresGiveWilsonsInterval() {
        // 4 of 1200; Wilson's score interval at z = 1.645
        Interval interval = failed(1, 1, 1, 1).interval(CONFIDENCE);

        assertThat(interval.low()).isCloseTo(0.00150, within(0.00002));
        assertThat(interval.high()).isCloseTo(0.00740, within(0.00002));
    }

    @Test
    void noFailureIsNoProofOfNone() {
        assertThat(failed(0, 0, 0, 0).interval(CONFIDENCE).low()).isZero();
        assertThat(failed(0, 0, 0, 0).interval(CONFIDENCE).high()).isCloseTo(0.00225, within(0.00002));
        assertThat(failed(0, 0).difference(failed(0, 0), CONFIDENCE).high())
                .as("600 requests each say nothing of a thousandth")
                .isGreaterThan(0.001);
    }

    @Test
    void aBurstSaysLessThanAsManyFailuresApart() {
        Interval apart = failed(3, 3, 3, 3, 3, 3, 3, 3, 3, 3).interval(CONFIDENCE);
        Interval burst = failed(0, 0, 0, 0, 30, 0, 0, 0, 0, 0).interval(CONFIDENCE);

        assertThat(apart.low()).isGreaterThan(0.007);
        assertThat(burst.low()).isLessThan(0.003);
        assertThat(burst.high()).isGreaterThan(apart.high() * 2);
    }

    @Test
    void theDifferenceIsThatOfTheOther() {
        Interval worse = failed(0, 0, 0, 0).difference(failed(30, 31, 29, 30), CONFIDENCE);

        assertThat(worse.low()).isBetween(0.08, 0.1);
        assertThat(worse.high()).isBetween(0.1, 0.12);
        assertThat(failed(30, 31, 29, 30)
                        .difference(failed(0, 0, 0, 0), CONFIDENCE)
                        .high())
                .isNegative();
    }

    @Test
    void intervalsOfBurstsHoldTheTrueDifferenceAsOftenAsTheySay() {
        Random random = new Random(20261126);
        int held = 0;
        int above = 0;
        for (int run = 0; run < 2_000; run++) {
            Interval interval = bursts(random).difference(bursts(random), CONFIDENCE);
            held += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
            above += interval.low() > 0.001 ? 1 : 0;
        }

        assertThat(held / 2_000.0).isGreaterThan(0.88);
        assertThat(above / 2_000.0)
                .as("equal sides that would be called worse by a thousandth")
                .isLessThan(0.05);
    }

    /** An hour of blocks of 30 s, of which one in twenty has a burst of 60 failures of 300. */
    private static Failures bursts(Random random) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            blocks.add(new Block(random.nextInt(20) == 0 ? 60 : 0, 300));
        }
        return new Failures(blocks);
    }

    @Test
    void ofNothingNothingIsSaid() {
        List<Block> empty = Collections.nCopies(3, new Block(0, 0));

        assertThatIllegalArgumentException().isThrownBy(() -> new Failures(empty));
    }

    @Test
    void quantilesAreThoseOfTheTables() {
        assertThat(Normal.quantile(0.95)).isCloseTo(1.64485, within(0.00045));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.95996, within(0.00045));
        assertThat(Normal.quantile(0.995)).isCloseTo(2.57583, within(0.00045));
    }
}
