package io.cutovergate.probe.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cutovergate.probe.comparison.Compared.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Sides of which it is known by how much one is slower. */
class BootstrapTest {

    private static final double CONFIDENCE = 0.9;

    /** Thirty rounds of four hundred answers around 200 ms; {@code slowed} makes one of them that of the target. */
    private static Rounds rounds(long seed, IntUnaryOperator slowed) {
        Random random = new Random(seed);
        List<Histogram> rounds = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            Histogram histogram = new Histogram(3);
            for (int i = 0; i < 400; i++) {
                int time = (int) Math.max(1, 200 + 40 * random.nextGaussian());
                histogram.recordValue(slowed.applyAsInt(time));
            }
            rounds.add(histogram);
        }
        return Rounds.of(rounds);
    }

    private static Compared p95(Rounds source, Rounds target) {
        return Bootstrap.paired(source, target, CONFIDENCE).compare(95).get(0);
    }

    @Test
    void equalSidesAreNotSlower() {
        Compared compared = p95(rounds(1, time -> time), rounds(2, time -> time));

        assertThat(compared.source()).isBetween(260L, 272L);
        assertThat(compared.ratio().low()).isLessThan(1);
        assertThat(compared.ratio().high()).isGreaterThan(1).isLessThan(1.05);
        assertThat(compared.outcome(1.1, 0)).isEqualTo(Outcome.NOT_SLOWER);
    }

    @Test
    void aThirdMoreIsSlower() {
        Compared compared = p95(rounds(1, time -> time), rounds(2, time -> time * 13 / 10));

        assertThat(compared.ratio().low()).isLessThan(1.3).isGreaterThan(1.25);
        assertThat(compared.ratio().high()).isGreaterThan(1.3);
        assertThat(compared.outcome(1.1, 0)).isEqualTo(Outcome.SLOWER);
    }

    @Test
    void atTheMarginItStaysOpen() {
        Compared compared = p95(rounds(1, time -> time), rounds(2, time -> time * 11 / 10));

        assertThat(compared.outcome(1.1, 0)).isEqualTo(Outcome.OPEN);
    }

    @Test
    void aDifferenceTooSmallToMatterIsNoneWhateverTheRatio() {
        Compared compared = p95(rounds(1, time -> 2 + time % 2), rounds(2, time -> 4 + time % 2));

        assertThat(compared.ratio().low()).isGreaterThan(1.5);
        assertThat(compared.outcome(1.1, 0)).isEqualTo(Outcome.SLOWER);
        assertThat(compared.outcome(1.1, 5)).isEqualTo(Outcome.NOT_SLOWER);
    }

    @Test
    void oneBadRoundOfThirtyProvesNothing() {
        List<Histogram> target = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            Histogram histogram = new Histogram(3);
            int count = round == 7 ? 700 : 400;
            for (int i = 0; i < count; i++) {
                histogram.recordValue(round == 7 ? 2_000 : 200 + i % 40);
            }
            target.add(histogram);
        }
        Compared compared = p95(rounds(1, time -> 200 + time % 40), Rounds.of(target));

        assertThat(compared.target())
                .as("what a comparison of two figures would see")
                .isEqualTo(2_000);
        assertThat(compared.outcome(1.1, 0)).isEqualTo(Outcome.OPEN);
    }

    @Test
    void theSameRoundsGiveTheSameInterval() {
        Rounds source = rounds(1, time -> time);
        Rounds target = rounds(2, time -> time);

        assertThat(p95(source, target)).isEqualTo(p95(source, target));
    }

    @Test
    void whatChangesForBothIsTakenOutByPairs() {
        List<Histogram> source = new ArrayList<>();
        List<Histogram> target = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            for (List<Histogram> side : List.of(source, target)) {
                Histogram histogram = new Histogram(3);
                for (int i = 0; i < 100; i++) {
                    histogram.recordValue(100L * (1 + round) + i);
                }
                side.add(histogram);
            }
        }
        Rounds one = Rounds.of(source);
        Rounds other = Rounds.of(target);

        assertThat(Bootstrap.paired(one, other, CONFIDENCE).compare(95).get(0).ratio())
                .isEqualTo(new Interval(1, 1));
        assertThat(Bootstrap.unpaired(one, other, CONFIDENCE)
                        .compare(95)
                        .get(0)
                        .ratio()
                        .high())
                .isGreaterThan(1.02);
    }

    @Test
    void roundsThatAreNoPairsAreRefused() {
        Rounds thirty = rounds(1, time -> time);
        Rounds one = Rounds.of(List.of(new Histogram(3)));

        assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.paired(thirty, one, CONFIDENCE));
        assertThatIllegalArgumentException().isThrownBy(() -> Bootstrap.unpaired(thirty, one, CONFIDENCE));
    }
}
