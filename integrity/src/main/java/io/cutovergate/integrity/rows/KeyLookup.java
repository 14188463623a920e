package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.probe.sql.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the source for the rows that a subset has, some keys at a time: the work grows with the subset, not with what it
 * was taken from, and neither side sorts anything.
 */
record KeyLookup(Asked asked) {

    private static final int BATCH = 2_000;

    void compare(Unequal unequal) {
        Snapshot target = asked.snapshots().on(Side.TARGET);
        try (Rows<Entry> subset = target.stream(asked.what(), asked.sql(target).keys(), Entry::read)) {
            while (subset.hasNext()) {
                compare(batch(subset), unequal);
            }
        }
    }

    private static List<Entry> batch(Rows<Entry> subset) {
        List<Entry> batch = new ArrayList<>(BATCH);
        while (subset.hasNext() && batch.size() < BATCH) {
            batch.add(subset.next());
        }
        return batch;
    }

    private void compare(List<Entry> batch, Unequal unequal) {
        Map<Long, Long> onSource = hashes(asked, asked.snapshots().on(Side.SOURCE), batch);
        for (int i = 0; i < batch.size(); i++) {
            Entry entry = batch.get(i);
            Long hash = onSource.get(i + 1L);
            if (hash == null) {
                unequal.add(Kind.EXTRA, entry, 1);
            } else if (hash != entry.value()) {
                unequal.add(Kind.CHANGED, entry, 1);
            }
        }
    }

    /** The hashes of the rows that a side has, by the place of their key in the list, from one. */
    static Map<Long, Long> hashes(Asked asked, Snapshot side, List<Entry> keys) {
        Map<Long, Long> hashes = new HashMap<>();
        side.list(
                asked.what(),
                asked.sql(side).hashesOfKeys(),
                row -> hashes.put(row.getLong(1), row.getLong(2)),
                Keys.parameters(keys));
        return hashes;
    }
}
