package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshot;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Narrows a table that differs down to ranges of its key, which is one whole number: every server orders those alike, and a
 * range is read by its index.
 */
record NumberedKeys(Asked asked) {

    /** A segment with so many times the usual rows is narrowed down once more. */
    private static final int CROWDED = 64;

    private record Bounds(@Nullable Long least, @Nullable Long greatest) {}

    void compare(long rows, Merge.Sink sink) {
        Both<Bounds> bounds = asked.snapshots().ask(this::bounds);
        Long least = lesser(bounds.source().least(), bounds.target().least(), true);
        Long greatest = lesser(bounds.source().greatest(), bounds.target().greatest(), false);
        if (least != null && greatest != null) {
            narrow(least, greatest, rows, true, sink);
        }
    }

    /**
     * Narrows down a range.
     *
     * @param all whether it is the whole table, where no row needs to be asked for its key
     */
    private void narrow(long from, long to, long rows, boolean all, Merge.Sink sink) {
        int bits = bits(from, to, rows);
        if (rows <= Segments.ROWS || bits == 0) {
            open(from, to, sink);
            return;
        }
        Both<Map<Long, Total>> segments =
                asked.snapshots().ask(side -> all ? segments(side, bits) : segments(side, bits, from, to));
        SortedSet<Long> differing = Segments.differing(segments);
        while (!differing.isEmpty()) {
            long first = differing.first();
            long last = first;
            if (rows(segments, first) > (long) CROWDED * Segments.ROWS) {
                narrow(
                        Math.max(from, start(first, bits)),
                        Math.min(to, end(first, bits)),
                        rows(segments, first),
                        false,
                        sink);
            } else {
                while (differing.contains(last + 1) && rows(segments, last + 1) <= (long) CROWDED * Segments.ROWS) {
                    last++;
                }
                open(Math.max(from, start(first, bits)), Math.min(to, end(last, bits)), sink);
            }
            differing = differing.tailSet(last + 1);
        }
    }

    /** So many of the lowest bits share a segment. */
    private static int bits(long from, long to, long rows) {
        long wanted = Math.max(1, Math.min(Segments.MOST / 2, rows / Segments.ROWS));
        int bits = BigInteger.valueOf(to)
                .subtract(BigInteger.valueOf(from))
                .divide(BigInteger.valueOf(wanted))
                .bitLength();
        // Neither server shifts a bigint any further.
        return Math.min(bits, Long.SIZE - 2);
    }

    private static long start(long segment, int bits) {
        return segment << bits;
    }

    private static long end(long segment, int bits) {
        return start(segment, bits) + (1L << bits) - 1;
    }

    private static long rows(Both<Map<Long, Total>> segments, long number) {
        Both<Long> rows = segments.map(
                totals -> totals.getOrDefault(number, Total.NOTHING).rows());
        return Math.max(rows.source(), rows.target());
    }

    private void open(long from, long to, Merge.Sink sink) {
        asked.merge(TableSql::entriesBetween, sink, from, to);
    }

    private Map<Long, Total> segments(Snapshot side, int bits, Long... between) {
        TableSql sql = asked.sql(side);
        Map<Long, Total> segments = new HashMap<>();
        side.list(
                asked.what(),
                between.length == 0 ? sql.ranges(bits) : sql.rangesBetween(bits),
                row -> segments.put(row.getLong(1), Total.read(row, 2)),
                (Object[]) between);
        return segments;
    }

    private Bounds bounds(Snapshot side) {
        return side.list(
                        asked.what(),
                        asked.sql(side).bounds(),
                        row -> new Bounds(row.getObject(1, Long.class), row.getObject(2, Long.class)))
                .get(0);
    }

    private static @Nullable Long lesser(@Nullable Long one, @Nullable Long other, boolean lesser) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return lesser == (one < other) ? one : other;
    }
}
