package io.cutovergate.probe.comparison;

import java.util.Arrays;

/** A range that holds the true figure with the stated confidence. */
public record Interval(double low, double high) {

    /** What is left of figures of resamples when as many are cut off at both ends as the confidence allows. */
    static Interval of(double[] figures, double confidence) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int cut = (int) Math.floor(sorted.length * (1 - confidence) / 2);
        return new Interval(sorted[cut], sorted[sorted.length - 1 - cut]);
    }
}
