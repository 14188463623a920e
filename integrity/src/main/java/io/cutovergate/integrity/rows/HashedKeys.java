package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.sql.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Narrows a table that differs down to the segments that do, by the hash of its key: for keys whose order is not the same on
 * both sides, as that of texts under two collations.
 */
record HashedKeys(Asked asked) {

    void compare(long rows, Merge.Sink sink) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.min(Segments.MOST / 2, rows / Segments.ROWS));
        if (bits == 0) {
            asked.merge(TableSql::entries, sink);
            return;
        }
        List<Long> differing = List.copyOf(Segments.differing(asked.snapshots().ask(side -> segments(side, bits))));
        asked.merge(sql -> sql.entries(bits), sink, differing);
    }

    private Map<Long, Total> segments(Snapshot side, int bits) {
        Map<Long, Total> segments = new HashMap<>();
        side.list(
                asked.what(), asked.sql(side).segments(bits), row -> segments.put(row.getLong(1), Total.read(row, 2)));
        return segments;
    }
}
