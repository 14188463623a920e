package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.rows.Unequal.Found;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.sql.DatabaseAt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells what the target has written since it was opened from what it should have kept of the source. A row that is new, or
 * whose version is younger than that moment, is a write. Of a row that has gone no version is left: as many may have gone as
 * the server counted deletions since.
 */
final class KeptRows {

    /** A server counts what it has deleted within about a second. */
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(5);

    private static final int BATCH = 1_000;

    private final Asked asked;
    private final DatabaseAt target;
    private final Writes since;
    private final Unequal unequal;
    private final List<Found> changed = new ArrayList<>();
    private final List<Found> missing = new ArrayList<>();
    private long missed;
    private long written;

    KeptRows(Asked asked, DatabaseAt target, Writes since, Unequal unequal) {
        this.asked = asked;
        this.target = target;
        this.since = since;
        this.unequal = unequal;
    }

    void add(Found found) {
        switch (found.kind()) {
            case EXTRA -> written += found.copies();
            case CHANGED -> {
                changed.add(found);
                if (changed.size() == BATCH) {
                    judgeChanged();
                }
            }
            case MISSING -> {
                missed += found.copies();
                if (missing.size() < Settling.MOST) {
                    missing.add(found);
                }
            }
        }
    }

    /** Judges what is left; how many rows the target has written. */
    long end() {
        if (!changed.isEmpty()) {
            judgeChanged();
        }
        if (missed > 0 && missed <= gone()) {
            written += missed;
        } else {
            missing.forEach(found -> unequal.add(Kind.MISSING, found.entry(), found.copies()));
        }
        return written;
    }

    private long gone() {
        return Polling.until(
                COUNTED_WITHIN,
                () -> Writes.of(target)
                        .gone(since, asked.table().name(), asked.table().hasKey()),
                gone -> gone >= missed);
    }

    private void judgeChanged() {
        Snapshot side = asked.snapshots().on(Side.TARGET);
        Set<Long> young = new HashSet<>(side.list(
                asked.what(),
                asked.sql(side).writtenSince(since.transaction()),
                row -> row.getLong(1),
                Keys.parameters(changed.stream().map(Found::entry).toList())));
        for (int i = 0; i < changed.size(); i++) {
            if (young.contains(i + 1L)) {
                written++;
            } else {
                unequal.add(Kind.CHANGED, changed.get(i).entry(), 1);
            }
        }
        changed.clear();
    }
}
