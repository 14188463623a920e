package io.cutovergate.integrity.rows;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

/** Compares all rows of two databases, each as it is at one moment. Reads only; memory does not grow with the data. */
public final class DataComparison {

    private record Task(TableName table, Function<Snapshots, TableResult> compare) {}

    private final Queue<Task> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<TableResult> results = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<TableName, String> uncompared = new ConcurrentSkipListMap<>();

    private DataComparison() {}

    /**
     * Compares; {@link Unexamined} where a side cannot be asked at all. A table that fails is named in the result.
     *
     * @param show how many differences of a table are described
     */
    public static DataResult run(Both<DatabaseAt> databases, Selection selection, int connections, int show) {
        List<Snapshots> opened = Snapshots.open(databases, connections);
        try {
            Snapshots first = opened.get(0);
            Worklist work = Worklist.of(Catalog.ofBoth(first, selection), selection);
            RowHash hash = Handshake.agreed(first, work.types());
            DataComparison comparison = new DataComparison();
            work.compared()
                    .forEach(table -> comparison.waiting.add(new Task(table.name(), connection -> new TableComparison(
                                    new Asked(table, hash, connection), selection.subset(), show)
                            .run())));
            work.oneSided().forEach(table -> comparison.waiting.add(new Task(table.name(), table::count)));
            comparison.uncompared.putAll(work.uncompared());
            Crew.work(opened, comparison::drain);
            return comparison.result(work, hash);
        } finally {
            opened.forEach(Snapshots::close);
        }
    }

    /** Takes one table after the other; one that fails does not keep the others from being compared. */
    private void drain(Snapshots snapshots) {
        for (Task task = waiting.poll(); task != null; task = waiting.poll()) {
            Task current = task;
            snapshots.step(
                    () -> results.add(current.compare().apply(snapshots)),
                    failure -> uncompared.put(current.table(), String.valueOf(failure.getMessage())) == null);
        }
    }

    private DataResult result(Worklist work, RowHash hash) {
        List<TableResult> sorted = new ArrayList<>(results);
        sorted.sort(Comparator.comparing(TableResult::table));
        return new DataResult(sorted, work.leftOut(), uncompared, hash.toString());
    }
}
