package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says of every table of both sides what becomes of it: compared, left out or impossible to compare. None is forgotten.
 *
 * @param compared the largest first
 * @param oneSided tables that one side lacks
 */
record Worklist(
        List<ComparedTable> compared,
        List<OneSided> oneSided,
        SortedMap<TableName, String> leftOut,
        SortedMap<TableName, String> uncompared) {

    static Worklist of(Both<Catalog> catalogs, Selection selection) {
        Worklist work = new Worklist(new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        Set<TableName> names = new TreeSet<>(catalogs.source().tables().keySet());
        names.addAll(catalogs.target().tables().keySet());
        names.forEach(name -> work.add(name, catalogs, selection));
        work.compared.sort(Comparator.comparingLong(
                        (ComparedTable table) -> table.table().source().estimatedRows())
                .reversed());
        return work;
    }

    private void add(TableName name, Both<Catalog> catalogs, Selection selection) {
        Both<Optional<Table>> table = catalogs.map(catalog -> catalog.table(name));
        List<Table> present = Stream.of(table.source(), table.target())
                .flatMap(Optional::stream)
                .toList();
        Optional<String> obstacle = present.stream()
                .map(Table::obstacle)
                .filter(why -> !why.isEmpty())
                .findFirst();
        Optional<String> live = selection.liveRows(name);
        if (selection.excludes(name)) {
            leftOut.put(name, "excluded");
        } else if (live.isPresent()) {
            leftOut.put(name, "live: " + live.get());
        } else if (selection.subset() && present.stream().allMatch(Table::computed)) {
            leftOut.put(name, "computed from the subset");
        } else if (obstacle.isPresent()) {
            uncompared.put(name, obstacle.get());
        } else if (present.size() == 1) {
            oneSided.add(new OneSided(
                    present.get(0), table.source().isPresent() ? Side.SOURCE : Side.TARGET, selection.subset()));
        } else {
            compared.add(ComparedTable.of(
                    table.map(Optional::orElseThrow), selection.ignored(name), selection.masked(name)));
        }
    }

    /** The same without tables that are not wanted. */
    Worklist only(Predicate<TableName> wanted) {
        return new Worklist(
                compared.stream().filter(table -> wanted.test(table.name())).toList(),
                oneSided.stream().filter(table -> wanted.test(table.name())).toList(),
                only(leftOut, wanted),
                only(uncompared, wanted));
    }

    private static SortedMap<TableName, String> only(SortedMap<TableName, String> tables, Predicate<TableName> wanted) {
        SortedMap<TableName, String> left = new TreeMap<>(tables);
        left.keySet().removeIf(wanted.negate());
        return left;
    }

    /** Whether a table is compared now in the way of an earlier result. */
    boolean compares(TableResult earlier) {
        return compared.stream()
                .anyMatch(table -> table.name().equals(earlier.table())
                        && table.columns().size() == earlier.columns()
                        && table.by().equals(earlier.by()));
    }

    /** How many rows both sides have to compare, as the planner believes. */
    long estimatedRows() {
        return compared.stream()
                .mapToLong(table -> table.table().source().estimatedRows()
                        + table.table().target().estimatedRows())
                .sum();
    }

    /** The types of PostgreSQL that the compared columns are stored as; text, as which all others enter, is always one. */
    Set<String> types() {
        return Stream.concat(
                        Stream.of("text"),
                        compared.stream()
                                .flatMap(table -> table.columns().stream())
                                .map(column -> column.column().source().builtin())
                                .filter(type -> !type.isEmpty()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
