package io.cutovergate.bench.watch;

import java.util.List;
import java.util.Locale;

/**
 * The errors of some cases, milliseconds.
 *
 * @param bias median with its sign
 * @param missed how many were not seen at all
 */
record Row(String kind, String series, int n, double median, double p90, double max, double bias, long missed) {

    static Row of(String kind, String series, List<Found> found) {
        long[] errors = found.stream().mapToLong(Found::error).sorted().toArray();
        long[] sizes =
                found.stream().mapToLong(one -> Math.abs(one.error())).sorted().toArray();
        return new Row(
                kind,
                series,
                found.size(),
                rank(0.5, sizes),
                rank(0.9, sizes),
                rank(1, sizes),
                rank(0.5, errors),
                found.stream().filter(Found::missed).count());
    }

    /** By nearest rank: never a value that was not seen. */
    private static double rank(double share, long... sorted) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1000.0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-16s %-6s %3d cases, error: median %5.1f, p90 %6.1f, max %6.1f ms, bias %+5.1f ms, %d missed",
                kind,
                series,
                n,
                median,
                p90,
                max,
                bias,
                missed);
    }
}
