package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** What both sides' rows sum up to, by number of the segment. */
record Summed(Segments segments, Both<Map<Long, Total>> totals) {

    static Summed nothing(Segments segments) {
        return new Summed(segments, new Both<>(Map.of(), Map.of()));
    }

    /** Asks both sides at once for the sums of a chunk. */
    static Summed of(Asked asked, Segments segments, Chunk chunk) {
        return ask(asked, segments, sql -> sql.totals(segments, chunk));
    }

    /** Asks both sides at once how many rows a chunk has. */
    static Summed counted(Asked asked, Chunk chunk) {
        return ask(asked, Segments.WHOLE, sql -> sql.counts(chunk));
    }

    /** Asks both sides at once for the sums of a range of keys. */
    static Summed between(Asked asked, Segments segments, long from, long to) {
        return ask(asked, segments, sql -> sql.totalsBetween(segments), from, to);
    }

    private static Summed ask(
            Asked asked, Segments segments, Function<TableSql, String> statement, Object... parameters) {
        Snapshots snapshots = asked.snapshots();
        return new Summed(segments, snapshots.ask(side -> {
            Map<Long, Total> totals = new HashMap<>();
            side.list(
                    asked.what(),
                    statement.apply(asked.sql(side)),
                    row -> totals.put(row.getLong(1), Total.read(row, 2)),
                    parameters);
            return totals;
        }));
    }

    Summed plus(Summed other) {
        return new Summed(
                segments,
                new Both<>(
                        added(totals.source(), other.totals.source()), added(totals.target(), other.totals.target())));
    }

    private static Map<Long, Total> added(Map<Long, Total> one, Map<Long, Total> other) {
        Map<Long, Total> sum = new HashMap<>(one);
        other.forEach((number, total) -> sum.merge(number, total, Total::plus));
        return sum;
    }

    Both<Long> rows() {
        return totals.map(side -> side.values().stream().mapToLong(Total::rows).sum());
    }

    /** Rows of a segment, on the side that has more. */
    long rows(long segment) {
        Both<Long> rows =
                totals.map(side -> side.getOrDefault(segment, Total.NOTHING).rows());
        return Math.max(rows.source(), rows.target());
    }

    boolean agree() {
        return Segments.differing(totals).isEmpty();
    }
}
