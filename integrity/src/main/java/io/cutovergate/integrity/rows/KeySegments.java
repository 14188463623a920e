package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Narrows a table that differs down to the segments of keys that do, and opens only those. */
record KeySegments(Asked asked) {

    /** Up to so many rows a table is opened as one; beyond, a segment holds about as many. */
    private static final int ROWS_OF_A_SEGMENT = 4_096;

    private static final int MOST_BITS = 12;

    void compare(long rows, Unequal unequal) {
        int bits = Math.min(MOST_BITS, Long.SIZE - Long.numberOfLeadingZeros(rows / ROWS_OF_A_SEGMENT));
        if (bits == 0) {
            asked.merge(TableSql::entries, (source, target) -> add(source, target, unequal));
            return;
        }
        List<Long> differing = differing(asked.snapshots().ask(side -> segments(side, bits)));
        asked.merge(sql -> sql.entries(bits), (source, target) -> add(source, target, unequal), differing);
    }

    private Map<Long, Total> segments(Snapshot side, int bits) {
        Map<Long, Total> segments = new HashMap<>();
        side.list(
                asked.what(),
                asked.sql(side).segments(bits),
                row -> segments.put(row.getLong(1), new Total(row.getLong(2), row.getString(3))));
        return segments;
    }

    private static List<Long> differing(Both<Map<Long, Total>> segments) {
        Set<Long> numbers = new TreeSet<>(segments.source().keySet());
        numbers.addAll(segments.target().keySet());
        Total empty = new Total(0, "");
        numbers.removeIf(number ->
                segments.map(totals -> totals.getOrDefault(number, empty)).agree());
        return List.copyOf(numbers);
    }

    private static void add(@Nullable Entry source, @Nullable Entry target, Unequal unequal) {
        if (source != null) {
            unequal.add(target == null ? Kind.MISSING : Kind.CHANGED, source, 1);
        } else if (target != null) {
            unequal.add(Kind.EXTRA, target, 1);
        }
    }
}
