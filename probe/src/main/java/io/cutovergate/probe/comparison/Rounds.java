package io.cutovergate.probe.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * The times of one side in whole units, round by round, so that any choice of rounds can be merged in little time: histograms add up
 * exactly, percentiles of rounds do not.
 */
public final class Rounds {

    /** Every time that occurs, ascending. */
    private final long[] times;

    /** By round, which of the times occur. */
    private final int[][] where;

    /** By round, how often each of them does. */
    private final long[][] howOften;

    private Rounds(long[] times, int[][] where, long[][] howOften) {
        this.times = times;
        this.where = where;
        this.howOften = howOften;
    }

    /** Of histograms, in the order of the rounds. */
    public static Rounds of(List<Histogram> rounds) {
        long[] times = rounds.stream()
                .flatMapToLong(Rounds::recorded)
                .sorted()
                .distinct()
                .toArray();
        int[][] where = new int[rounds.size()][];
        long[][] howOften = new long[rounds.size()][];
        for (int round = 0; round < where.length; round++) {
            Histogram histogram = rounds.get(round);
            where[round] = recorded(histogram)
                    .mapToInt(time -> Arrays.binarySearch(times, time))
                    .toArray();
            howOften[round] =
                    recorded(histogram).map(histogram::getCountAtValue).toArray();
        }
        return new Rounds(times, where, howOften);
    }

    private static LongStream recorded(Histogram histogram) {
        LongStream.Builder recorded = LongStream.builder();
        for (HistogramIterationValue value : histogram.recordedValues()) {
            recorded.add(value.getValueIteratedTo());
        }
        return recorded.build();
    }

    public int size() {
        return where.length;
    }

    /** Answers in all rounds. */
    public long count() {
        return Arrays.stream(howOften).flatMapToLong(Arrays::stream).sum();
    }

    /** The share of answers that took longer. */
    public double shareAbove(long limit) {
        long[] merged = merged(once());
        long above = 0;
        for (int i = 0; i < times.length; i++) {
            above += times[i] > limit ? merged[i] : 0;
        }
        return count() == 0 ? 0 : (double) above / count();
    }

    /** A percentile of all rounds. */
    public long percentile(double percent) {
        return percentiles(once(), percent)[0];
    }

    /** Percentiles, by nearest rank, of rounds each of which is taken as often as it says. */
    long[] percentiles(int[] taken, double... percents) {
        long[] merged = merged(taken);
        long all = Arrays.stream(merged).sum();
        long[] figures = new long[percents.length];
        for (int p = 0; p < percents.length; p++) {
            long rank = Math.max(1, (long) Math.ceil(all * percents[p] / 100));
            long seen = 0;
            for (int i = 0; i < merged.length && seen < rank; i++) {
                seen += merged[i];
                figures[p] = times[i];
            }
        }
        return figures;
    }

    private long[] merged(int[] taken) {
        long[] merged = new long[times.length];
        for (int round = 0; round < taken.length; round++) {
            if (taken[round] > 0) {
                for (int i = 0; i < where[round].length; i++) {
                    merged[where[round][i]] += taken[round] * howOften[round][i];
                }
            }
        }
        return merged;
    }

    private int[] once() {
        int[] taken = new int[size()];
        Arrays.fill(taken, 1);
        return taken;
    }
}
