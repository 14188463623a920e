package io.cutovergate.integrity.likeness;

import io.cutovergate.integrity.sql.Both;
import java.util.Comparator;
import java.util.List;

/**
 * How the values of a column are spread over the same buckets on both sides.
 *
 * @param subject {@code public.orders.status}
 * @param buckets in order; none is empty on the source but perhaps the last ones, of everything else and of nulls
 */
public record Histogram(String subject, List<Bucket> buckets) {

    /** A bucket by its name, with the rows of either side in it. */
    public record Bucket(String name, Both<Long> rows) {}

    /** Rows of both sides. */
    public Both<Long> rows() {
        return buckets.stream()
                .map(Bucket::rows)
                .reduce(
                        new Both<>(0L, 0L),
                        (one, other) -> new Both<>(one.source() + other.source(), one.target() + other.target()));
    }

    /**
     * The population stability index: the sum of (t - s) · ln(t / s) over the shares of the buckets. So that an empty bucket does not
     * make it infinite, half a row is added to each bucket of each side.
     */
    public double psi() {
        Both<Long> rows = rows();
        double sum = 0;
        for (Bucket bucket : buckets) {
            double source = share(bucket.rows().source(), rows.source());
            double target = share(bucket.rows().target(), rows.target());
            sum += (target - source) * Math.log(target / source);
        }
        return Math.round(sum * 10_000) / 10_000.0;
    }

    private double share(long rows, long all) {
        return (rows + 0.5) / (all + 0.5 * buckets.size());
    }

    /** The bucket whose share has changed most: {@code 'paid': 30% on source, 0% on target}. */
    public String mostChanged() {
        Both<Long> rows = rows();
        return buckets.stream()
                .max(Comparator.comparingDouble(
                        bucket -> Math.abs(percent(bucket.rows().target(), rows.target())
                                - percent(bucket.rows().source(), rows.source()))))
                .map(bucket -> "%s: %.1f%% on source, %.1f%% on target"
                        .formatted(
                                bucket.name(),
                                percent(bucket.rows().source(), rows.source()),
                                percent(bucket.rows().target(), rows.target())))
                .orElse("");
    }

    private static double percent(long rows, long all) {
        return all == 0 ? 0 : 100.0 * rows / all;
    }
}
