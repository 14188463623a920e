package io.cutovergate.integrity.rows;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.changes.ChangeSlot;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A comparison that goes on: everything once, and from then on only rows that either side changes, so that little is left
 * to do when the source is frozen. Both sides are followed: a row that somebody changes on the target alone is one that the
 * target's log tells.
 */
public final class Following implements AutoCloseable {

    private final Both<DatabaseAt> databases;
    private final Selection selection;
    private final Comparing how;
    private final Both<ChangeSlot> slots;
    private final Both<Storage> before;
    private final DataComparison.Ended full;
    private final ChangedKeys changed;
    /** Kept open, so that the freeze does not wait for connections; renewed, so that it holds no old moment. */
    private final Snapshots snapshots;

    private Following(
            Both<DatabaseAt> databases,
            Selection selection,
            Comparing how,
            Both<ChangeSlot> slots,
            Both<Storage> before,
            DataComparison.Ended full) {
        this.databases = databases;
        this.selection = selection;
        this.how = how;
        this.slots = slots;
        this.before = before;
        this.full = full;
        this.snapshots = Snapshots.open(databases);
        Map<TableName, TableName> roots = new HashMap<>(before.source().roots());
        roots.putAll(before.target().roots());
        this.changed =
                new ChangedKeys(full.tables().stream().map(TableWork::table).toList(), roots);
        // A table that already differs, or could not be compared, is looked at as a whole in the end.
        full.result().tables().stream().filter(TableResult::differs).forEach(table -> changed.whole(table.table()));
        full.result().uncompared().keySet().forEach(changed::whole);
    }

    /**
     * Begins to follow, then compares everything.
     *
     * @throws Unexamined where a side does not tell its changes: it has to be compared whole when it is frozen
     */
    public static Following begin(Both<DatabaseAt> databases, Selection selection, Comparing how) {
        List<ChangeSlot> opened = new ArrayList<>();
        try {
            Both<ChangeSlot> slots = databases.map(database -> {
                ChangeSlot slot = ChangeSlot.create(database);
                opened.add(slot);
                return slot;
            });
            Both<Storage> before;
            try (Snapshots snapshots = Snapshots.open(databases)) {
                before = snapshots.ask(Storage::of);
            }
            return new Following(
                    databases,
                    selection,
                    how,
                    slots,
                    before,
                    DataComparison.all(databases, selection, how, all -> true));
        } catch (RuntimeException e) {
            opened.forEach(ChangeSlot::close);
            throw e;
        }
    }

    /** What the comparison of everything found. */
    public DataResult full() {
        return full.result();
    }

    /** How it stands: for people. */
    public record Standing(long changes, long waiting, int whole, Both<ChangeSlot.Retained> retained) {}

    public Standing standing() {
        return new Standing(
                changed.changes(), changed.count(), changed.wholeTables().size(), slots.map(ChangeSlot::retained));
    }

    /** Compares what either side has changed since; how many rows still differ, most of them because they are in flight. */
    public long catchUp() {
        drain();
        compare();
        snapshots.renew();
        return changed.count();
    }

    private void drain() {
        slots.map(slot -> {
            slot.drain(changed::add, changed::allWhole);
            return slot;
        });
    }

    /** Compares the keys that wait; those that differ wait on. */
    private void compare() {
        changed.take()
                .forEach((table, entries) -> changed.add(
                        table.name(),
                        Settling.differing(new Asked(table, full.hash(), snapshots), entries).stream()
                                .map(Unequal.Found::entry)
                                .toList()));
    }

    /** Ends: what differs now, after {@link Comparing#lag} at the latest, differs. */
    public DataResult finish() {
        if (how.lag().isZero()) {
            drain();
        } else {
            Polling.until(how.lag(), this::catchUp, left -> left == 0);
        }
        Map<TableName, TableResult> results = new TreeMap<>();
        full.result().tables().forEach(table -> results.put(table.table(), table));
        Set<TableName> whole = whole();
        changed.take().forEach((table, entries) -> {
            if (!whole.contains(table.name())) {
                results.put(table.name(), full.of(table.name()).ofKeys(snapshots, entries));
            }
        });
        Map<TableName, String> uncompared = new TreeMap<>();
        if (!whole.isEmpty()) {
            whole.forEach(results::remove);
            DataResult again = DataComparison.all(databases, selection, how, whole::contains)
                    .result();
            again.tables().forEach(table -> results.put(table.table(), table));
            uncompared.putAll(again.uncompared());
        }
        return new DataResult(
                List.copyOf(results.values()),
                full.result().leftOut(),
                new TreeMap<>(uncompared),
                full.result().method() + "; since then by what both logs told, " + changed.changes() + " changes, and "
                        + whole.size() + " tables whole");
    }

    /** Tables of which changes are not told by key: they are compared once more. */
    private Set<TableName> whole() {
        Set<TableName> whole = new HashSet<>(changed.wholeTables());
        Both<Storage> now = snapshots.ask(Storage::of);
        Worklist work = Worklist.of(Catalog.ofBoth(snapshots, selection), selection);
        work.compared().stream()
                .filter(table -> !unchanged(table, now))
                .map(ComparedTable::name)
                .forEach(whole::add);
        work.oneSided().forEach(table -> whole.add(table.name()));
        work.uncompared().keySet().forEach(whole::add);
        return whole;
    }

    private boolean unchanged(ComparedTable table, Both<Storage> now) {
        TableName name = table.name();
        return full.has(name)
                && full.of(name).table().sameShape(table)
                && !table.table().source().isLargeObjects()
                && now.source().same(before.source(), name)
                && now.target().same(before.target(), name)
                && !now.source().unlogged().contains(name)
                && !now.target().unlogged().contains(name);
    }

    @Override
    public void close() {
        snapshots.close();
        slots.source().close();
        slots.target().close();
    }
}
