package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A table that stands on both sides, and what of it is compared.
 *
 * @param columns those compared, in the source's order
 * @param key columns that tell a row on both sides; empty where the rows are compared as a bag
 * @param ignored columns that may differ, as declared
 * @param oneSided columns that only one side has, with the side
 * @param masked columns whose values are not shown
 */
record ComparedTable(
        Both<Table> table,
        List<ComparedColumn> columns,
        List<ComparedColumn> key,
        List<String> ignored,
        List<String> oneSided,
        Set<String> masked) {

    static ComparedTable of(Both<Table> table, Set<String> ignored, Set<String> masked) {
        List<ComparedColumn> columns = shared(table).stream()
                .filter(column -> !ignored.contains(column.name()))
                .toList();
        List<String> skipped = table.source().columns().stream()
                .map(Column::name)
                .filter(ignored::contains)
                .toList();
        List<String> oneSided = new ArrayList<>(lackedBy(Side.TARGET, table));
        oneSided.addAll(lackedBy(Side.SOURCE, table));
        return new ComparedTable(table, columns, key(table, columns), skipped, oneSided, masked);
    }

    /** All columns that both sides have, in the source's order. */
    List<ComparedColumn> shared() {
        return shared(table);
    }

    private static List<ComparedColumn> shared(Both<Table> table) {
        Map<String, Column> ofTarget =
                table.target().columns().stream().collect(Collectors.toMap(Column::name, Function.identity()));
        return table.source().columns().stream()
                .flatMap(column -> Optional.ofNullable(ofTarget.get(column.name()))
                        .map(target -> new ComparedColumn(new Both<>(column, target)))
                        .stream())
                .toList();
    }

    TableName name() {
        return table.source().name();
    }

    boolean hasKey() {
        return !key.isEmpty();
    }

    /** What tells its rows, for messages. */
    String by() {
        return hasKey()
                ? "key " + key.stream().map(ComparedColumn::name).collect(Collectors.joining(", "))
                : "all columns, having no key";
    }

    /** Whether the same columns are compared by the same key. */
    boolean sameShape(ComparedTable other) {
        return shape().equals(other.shape());
    }

    private List<Object> shape() {
        return List.of(
                columns.stream()
                        .map(column -> column.name() + " " + column.column().map(Column::type))
                        .toList(),
                key.stream().map(ComparedColumn::name).toList(),
                oneSided);
    }

    /** Whether its key is one whole number. */
    boolean numbered() {
        return key.size() == 1 && key.get(0).wholeNumber();
    }

    /** The best key of the source that is one on the target too, and whose columns are compared. */
    private static List<ComparedColumn> key(Both<Table> table, List<ComparedColumn> compared) {
        Map<String, ComparedColumn> byName =
                compared.stream().collect(Collectors.toMap(ComparedColumn::name, Function.identity()));
        List<Set<String>> ofTarget =
                table.target().keys().stream().map(Set::copyOf).toList();
        return table.source().keys().stream()
                .filter(key -> byName.keySet().containsAll(key) && ofTarget.contains(Set.copyOf(key)))
                .findFirst()
                .map(key -> key.stream().map(byName::get).toList())
                .orElse(List.of());
    }

    private static List<String> lackedBy(Side side, Both<Table> table) {
        Side other = side == Side.SOURCE ? Side.TARGET : Side.SOURCE;
        return table.on(other).columns().stream()
                .map(Column::name)
                .filter(name -> !table.on(side).columnNames().contains(name))
                .map(name -> "column " + name + " is missing on " + side)
                .toList();
    }
}
