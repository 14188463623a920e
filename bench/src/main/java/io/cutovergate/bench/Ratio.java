package io.cutovergate.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured as a ratio to the floor of the same round, and how high it may be.
 *
 * @param limit highest median that passes; infinite for what is only told
 */
record Ratio(String name, double median, double limit) {

    static Ratio of(String name, List<Run> runs, List<Run> floors, ToDoubleFunction<Run> figure, double limit) {
        double[] ratios = new double[runs.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(runs.get(i)) / figure.applyAsDouble(floors.get(i));
        }
        return new Ratio(name, median(ratios), limit);
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        java.util.Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    boolean holds() {
        return median <= limit;
    }

    @Override
    public String toString() {
        String rule = Double.isInfinite(limit) ? "" : String.format(Locale.ROOT, " (at most %.2f)", limit);
        return String.format(Locale.ROOT, "%s %-52s %.3f%s", holds() ? " " : "✘", name, median, rule);
    }
}
