package io.cutovergate.bench.load;

import io.cutovergate.probe.comparison.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;

/**
 * A simulated service: log-normal times around 60 ms, of which some stall, and a level that drifts with time.
 *
 * @param stalls share of the requests that stall
 * @param episode seconds on average for which they stall together; zero where each stalls by itself
 * @param drift how far the level drifts, as a standard deviation of its logarithm; the same for both sides at one time
 */
record Simulated(double stalls, double episode, double drift) {

    private static final double MEDIAN = 60;
    private static final double SPREAD = 0.35;
    private static final double STALL = 800;

    /** How much of the drift is left after a second. */
    private static final double KEPT = 0.99;

    /** Both sides of one run. */
    record Run(Rounds source, Rounds target) {}

    /**
     * Measures both sides in turn, as the gate does.
     *
     * @param slower how many times longer the target takes
     * @param more additional share of the target's requests that stall
     */
    Run run(long seed, Size size, double slower, double more) {
        Random random = new Random(seed);
        Service service = new Service(random);
        List<Histogram> source = new ArrayList<>();
        List<Histogram> target = new ArrayList<>();
        for (int round = 0; round < size.rounds(); round++) {
            boolean sourceFirst = round % 2 == 0;
            Histogram first = service.round(size, sourceFirst ? 1 : slower, sourceFirst ? 0 : more);
            Histogram second = service.round(size, sourceFirst ? slower : 1, sourceFirst ? more : 0);
            source.add(sourceFirst ? first : second);
            target.add(sourceFirst ? second : first);
        }
        return new Run(Rounds.of(source), Rounds.of(target));
    }

    /**
     * How much is measured.
     *
     * @param seconds of a round on each side
     */
    record Size(int rounds, int seconds, int perSecond) {

        int samples() {
            return rounds * seconds * perSecond;
        }
    }

    /** Goes through time, second by second. */
    private final class Service {

        private final Random random;
        private double level;
        private double episodeLeft;

        Service(Random random) {
            this.random = random;
            level = drift * random.nextGaussian();
        }

        Histogram round(Size size, double slower, double more) {
            Histogram histogram = new Histogram(3);
            for (int second = 0; second < size.seconds(); second++) {
                level = KEPT * level + drift * Math.sqrt(1 - KEPT * KEPT) * random.nextGaussian();
                for (int i = 0; i < size.perSecond(); i++) {
                    double time = MEDIAN * Math.exp(level + SPREAD * random.nextGaussian());
                    if (stalls(1.0 / size.perSecond(), stalls + more)) {
                        time += STALL * -Math.log(1 - random.nextDouble());
                    }
                    histogram.recordValue(Math.round(time * slower));
                }
            }
            return histogram;
        }

        private boolean stalls(double step, double share) {
            if (episode == 0) {
                return random.nextDouble() < share;
            }
            if (episodeLeft > 0) {
                episodeLeft -= step;
                return true;
            }
            // Episodes begin so often that they fill that share of the time.
            if (random.nextDouble() < step * share / ((1 - share) * episode)) {
                episodeLeft = episode * -Math.log(1 - random.nextDouble());
            }
            return false;
        }
    }
}
