package io.cutovergate.probe.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Compares percentiles of two sides by drawing rounds again and again, with replacement, and merging what was drawn. Whole
 * rounds are drawn, because requests that stall together are not independent of each other (block bootstrap; Künsch 1989):
 * to draw single requests called equal sides different in up to every fourth run with bursts of stalls.
 */
public final class Bootstrap {

    private static final int RESAMPLES = 1000;

    /** The same rounds give the same verdict. */
    private static final long SEED = 20_261_126;

    private final Rounds source;
    private final Rounds target;
    private final boolean paired;
    private final double confidence;

    private Bootstrap(Rounds source, Rounds target, boolean paired, double confidence) {
        if (source.count() == 0 || target.count() == 0) {
            throw new IllegalArgumentException("a side without an answer cannot be compared");
        }
        this.source = source;
        this.target = target;
        this.paired = paired;
        this.confidence = confidence;
    }

    /** Of rounds that were measured side by side, so that what changed with time changed for both: drawn together. */
    public static Bootstrap paired(Rounds source, Rounds target, double confidence) {
        if (source.size() != target.size()) {
            throw new IllegalArgumentException(source.size() + " rounds and " + target.size() + " are no pairs");
        }
        return new Bootstrap(source, target, true, confidence);
    }

    /** Of rounds that were measured at different times. */
    public static Bootstrap unpaired(Rounds source, Rounds target, double confidence) {
        return new Bootstrap(source, target, false, confidence);
    }

    /** One comparison for each percentile. */
    public List<Compared> compare(double... percents) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] ratios = new double[percents.length][RESAMPLES];
        double[][] differences = new double[percents.length][RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int[] drawn = draw(random, source.size());
            long[] ofSource = source.percentiles(drawn, percents);
            long[] ofTarget = target.percentiles(paired ? drawn : draw(random, target.size()), percents);
            for (int p = 0; p < percents.length; p++) {
                ratios[p][i] = ratio(ofSource[p], ofTarget[p]);
                differences[p][i] = ofTarget[p] - ofSource[p];
            }
        }
        List<Compared> compared = new ArrayList<>();
        for (int p = 0; p < percents.length; p++) {
            compared.add(new Compared(
                    percents[p],
                    source.percentile(percents[p]),
                    target.percentile(percents[p]),
                    Interval.of(ratios[p], confidence),
                    Interval.of(differences[p], confidence)));
        }
        return compared;
    }

    /** As many rounds as there are; how often each was drawn. */
    private static int[] draw(SplittableRandom random, int rounds) {
        int[] drawn = new int[rounds];
        for (int i = 0; i < rounds; i++) {
            drawn[random.nextInt(rounds)]++;
        }
        return drawn;
    }

    /** Times are whole units: below one is one. */
    private static double ratio(long source, long target) {
        return (double) Math.max(1, target) / Math.max(1, source);
    }
}
