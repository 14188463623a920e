package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshot;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Narrows a table that differs down to ranges of its key, which is one whole number. */
record NumberedKeys(Asked asked) {

    /** A segment with so many times the usual rows is narrowed down once more. */
    private static final int CROWDED = 64;

    private record Bounds(@Nullable Long least, @Nullable Long greatest) {}

    /** The ranges of a table with about so many rows. */
    Segments segments(long rows) {
        Both<Bounds> bounds = asked.snapshots().ask(this::bounds);
        Long least = lesser(bounds.source().least(), bounds.target().least(), true);
        Long greatest = lesser(bounds.source().greatest(), bounds.target().greatest(), false);
        return least == null || greatest == null ? Segments.WHOLE : Segments.ranges(least, greatest, rows);
    }

    /** Opens the ranges whose sums differ. */
    void open(Summed summed, Merge.Sink sink) {
        if (summed.segments().whole()) {
            open(Long.MIN_VALUE, Long.MAX_VALUE, sink);
            return;
        }
        Segments segments = summed.segments();
        SortedSet<Long> differing = Segments.differing(summed.totals());
        while (!differing.isEmpty()) {
            long first = differing.first();
            long last = first;
            if (crowded(summed, first)) {
                narrow(segments.start(first), segments.end(first), summed.rows(first), sink);
            } else {
                while (differing.contains(last + 1) && !crowded(summed, last + 1)) {
                    last++;
                }
                open(segments.start(first), segments.end(last), sink);
            }
            differing = differing.tailSet(last + 1);
        }
    }

    private void narrow(long from, long to, long rows, Merge.Sink sink) {
        Segments narrower = Segments.ranges(from, to, rows);
        if (narrower.whole()) {
            open(from, to, sink);
        } else {
            open(Summed.between(asked, narrower, from, to), sink);
        }
    }

    private static boolean crowded(Summed summed, long segment) {
        return summed.rows(segment) > (long) CROWDED * Segments.ROWS;
    }

    private void open(long from, long to, Merge.Sink sink) {
        asked.merge(TableSql::entriesBetween, sink, from, to);
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
