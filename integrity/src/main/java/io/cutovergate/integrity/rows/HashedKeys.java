package io.cutovergate.integrity.rows;

import java.util.List;

/**
 * Narrows a table that differs down to groups of its keys by their hash: for keys whose order is not the same on both sides,
 * as that of texts under two collations.
 */
record HashedKeys(Asked asked) {

    /** Opens the groups whose sums differ. */
    void open(Summed summed, Merge.Sink sink) {
        if (summed.segments().whole()) {
            asked.merge(TableSql::entries, sink);
        } else {
            List<Long> differing = List.copyOf(Segments.differing(summed.totals()));
            asked.merge(sql -> sql.entries(summed.segments()), sink, differing);
        }
    }
}
