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
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Compares all rows of two databases, each as it is at one moment. Reads only; memory does not grow with the data. */
public final class DataComparison {

    /** A step that gives a table's result when it was the last of its table. */
    private record Step(TableName table, Function<Snapshots, Optional<TableResult>> take) {}

    private final Comparing how;
    private final List<TableWork> tables = new ArrayList<>();
    private final Queue<Step> waiting = new ConcurrentLinkedQueue<>();
    private final Queue<TableResult> results = new ConcurrentLinkedQueue<>();
    private final ConcurrentSkipListMap<TableName, String> uncompared = new ConcurrentSkipListMap<>();

    private DataComparison(Comparing how) {
        this.how = how;
    }

    /** Compares; {@link Unexamined} where a side cannot be asked at all. A table that fails is named in the result. */
    public static DataResult run(Both<DatabaseAt> databases, Selection selection, Comparing how) {
        return run(databases, selection, how, List.of());
    }

    /**
     * The same, without tables that earlier runs found equal and that still have the same columns and key. The result holds
     * them as they were then, and says so: it is not of one moment.
     */
    public static DataResult run(
            Both<DatabaseAt> databases, Selection selection, Comparing how, List<TableResult> earlier) {
        return all(databases, selection, how, table -> true, earlier).result();
    }

    /** A comparison that has ended, for whoever goes on with it. */
    record Ended(DataResult result, List<TableWork> tables, RowHash hash) {

        boolean has(TableName name) {
            return tables.stream().anyMatch(table -> table.table().name().equals(name));
        }

        TableWork of(TableName name) {
            return tables.stream()
                    .filter(table -> table.table().name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Compares the tables that are wanted. */
    static Ended all(Both<DatabaseAt> databases, Selection selection, Comparing how, Predicate<TableName> wanted) {
        return all(databases, selection, how, wanted, List.of());
    }

    private static Ended all(
            Both<DatabaseAt> databases,
            Selection selection,
            Comparing how,
            Predicate<TableName> wanted,
            List<TableResult> earlier) {
        List<Snapshots> opened = new ArrayList<>();
        try {
            Snapshots first = Snapshots.open(databases);
            opened.add(first);
            Worklist all =
                    Worklist.of(Catalog.ofBoth(first, selection), selection).only(wanted);
            List<TableResult> known = earlier.stream().filter(all::compares).toList();
            Worklist work = all.only(
                    table -> known.stream().noneMatch(result -> result.table().equals(table)));
            RowHash hash = Handshake.agreed(first, work.types(), how.hash());
            DataComparison comparison = new DataComparison(how);
            comparison.results.addAll(known);
            comparison.uncompared.putAll(work.uncompared());
            comparison.line(databases, work, hash);
            int hands = Math.min(how.connections(), comparison.waiting.size());
            opened.addAll(first.more(databases, Math.max(0, hands - 1)));
            Crew.work(opened, comparison::drain);
            opened.forEach(Snapshots::close);
            comparison.settle(databases);
            return new Ended(comparison.result(work, method(hash, known)), comparison.tables, hash);
        } finally {
            opened.forEach(Snapshots::close);
        }
    }

    private void settle(Both<DatabaseAt> databases) {
        new Settling(databases, how)
                .settle(tables.stream()
                        .filter(TableWork::unsettled)
                        .filter(table -> !uncompared.containsKey(table.table().name()))
                        .toList())
                .forEach(this::add);
    }

    private void line(Both<DatabaseAt> databases, Worklist work, RowHash hash) {
        how.listener().planned(work.compared().size(), work.estimatedRows());
        for (ComparedTable table : work.compared()) {
            TableWork onItsWay = new TableWork(databases, table, hash, how);
            tables.add(onItsWay);
            onItsWay.chunks()
                    .forEach(
                            chunk -> waiting.add(new Step(table.name(), snapshots -> onItsWay.take(chunk, snapshots))));
        }
        work.oneSided()
                .forEach(
                        table -> waiting.add(new Step(table.name(), snapshots -> Optional.of(table.count(snapshots)))));
    }

    /** Takes one step after the other; one that fails does not keep other tables from being compared. */
    private void drain(Snapshots snapshots) {
        for (Step step = waiting.poll(); step != null; step = waiting.poll()) {
            Step current = step;
            if (uncompared.containsKey(current.table())) {
                continue;
            }
            Optional<TableResult> result = snapshots.step(() -> current.take().apply(snapshots), failure -> {
                uncompared.putIfAbsent(current.table(), String.valueOf(failure.getMessage()));
                return Optional.empty();
            });
            result.ifPresent(this::add);
        }
    }

    private void add(TableResult result) {
        results.add(result);
        how.listener().finished(result);
    }

    private static String method(RowHash hash, List<TableResult> known) {
        return known.isEmpty()
                ? hash.toString()
                : hash + "; " + known.size() + " of the tables as earlier runs found them equal: not of one moment";
    }

    private DataResult result(Worklist work, String method) {
        List<TableResult> sorted = new ArrayList<>(results);
        sorted.sort(Comparator.comparing(TableResult::table));
        return new DataResult(sorted, work.leftOut(), uncompared, method);
    }
}
