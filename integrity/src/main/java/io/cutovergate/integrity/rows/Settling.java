package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.rows.Unequal.Found;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells rows in flight from rows that differ, while the source is written to and the target follows: what differed is read
 * again, the source first, until the target shows a state that the source had, or the lag that is allowed is over.
 */
final class Settling {

    /** So many rows of a table are read again; where more differ, replication is not what keeps them apart. */
    static final int MOST = 100_000;

    private static final int BATCH = 2_000;

    private final Both<DatabaseAt> databases;
    private final Comparing how;

    Settling(Both<DatabaseAt> databases, Comparing how) {
        this.databases = databases;
        this.how = how;
    }

    /** The results of tables in which rows differed, when the lag is over or all have arrived. */
    List<TableResult> settle(List<TableWork> tables) {
        if (tables.isEmpty()) {
            return List.of();
        }
        Polling.until(how.lag(), () -> again(tables), open -> open == 0);
        List<TableResult> results = new ArrayList<>();
        try (Snapshots snapshots = Snapshots.open(databases)) {
            tables.forEach(table -> results.add(table.settled(snapshots)));
        }
        return results;
    }

    /** Reads once more what has not arrived; how much that is. */
    private long again(List<TableWork> tables) {
        try (Snapshots snapshots = Snapshots.open(databases)) {
            return tables.stream()
                    .mapToLong(table -> table.readAgain(snapshots))
                    .sum();
        }
    }

    /** Asks for the rows of some keys, the source first. */
    static void read(Asked asked, List<Suspect> suspects) {
        for (int from = 0; from < suspects.size(); from += BATCH) {
            List<Suspect> some = suspects.subList(from, Math.min(from + BATCH, suspects.size()));
            List<Entry> keys = some.stream().map(Suspect::key).toList();
            Map<Long, Long> source = KeyLookup.hashes(asked, asked.snapshots().on(Side.SOURCE), keys);
            Map<Long, Long> target = KeyLookup.hashes(asked, asked.snapshots().on(Side.TARGET), keys);
            for (int i = 0; i < some.size(); i++) {
                long place = i + 1L;
                some.get(i).seen(Optional.ofNullable(source.get(place)), Optional.ofNullable(target.get(place)));
            }
        }
    }

    /** The rows of some keys that differ in these snapshots. */
    static List<Found> differing(Asked asked, List<Entry> keys) {
        List<Found> found = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += BATCH) {
            List<Entry> some = keys.subList(from, Math.min(from + BATCH, keys.size()));
            Both<Map<Long, Long>> rows = asked.snapshots().ask(side -> KeyLookup.hashes(asked, side, some));
            for (int i = 0; i < some.size(); i++) {
                long place = i + 1L;
                Suspect.now(
                                some.get(i),
                                Optional.ofNullable(rows.source().get(place)),
                                Optional.ofNullable(rows.target().get(place)))
                        .ifPresent(found::add);
            }
        }
        return found;
    }
}
