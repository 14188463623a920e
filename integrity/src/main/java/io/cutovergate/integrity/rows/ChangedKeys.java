package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.changes.Change;
import io.cutovergate.integrity.selection.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys of rows that were changed on either side and have not been found equal since. A table of which not every change can
 * be told by key is compared whole.
 */
final class ChangedKeys {

    /** So many keys are remembered; a table that needs more is compared whole. */
    private static final int MOST = 400_000;

    private final Map<TableName, ComparedTable> tables = new HashMap<>();
    private final Map<TableName, TableName> rootOfPartition;
    private final Map<TableName, Set<List<String>>> keys = new HashMap<>();
    private final Set<TableName> whole = new HashSet<>();
    private long changes;

    ChangedKeys(List<ComparedTable> compared, Map<TableName, TableName> rootOfPartition) {
        compared.forEach(table -> tables.put(table.name(), table));
        this.rootOfPartition = rootOfPartition;
    }

    void add(Change change) {
        changes++;
        for (TableName name : change.tables()) {
            ComparedTable table = tables.get(rootOfPartition.getOrDefault(name, name));
            if (table == null || whole.contains(table.name())) {
                continue;
            }
            if (change.rows().isEmpty() || !table.hasKey()) {
                whole(table.name());
            }
            change.rows().forEach(row -> add(table, row));
        }
    }

    private void add(ComparedTable table, Map<String, String> row) {
        List<String> key = new ArrayList<>();
        for (ComparedColumn column : table.key()) {
            String value = row.get(column.name());
            if (value == null) {
                whole(table.name());
                return;
            }
            key.add(value);
        }
        if (!whole.contains(table.name())) {
            Set<List<String>> ofTable = keys.computeIfAbsent(table.name(), first -> new LinkedHashSet<>());
            ofTable.add(key);
            if (count() > MOST) {
                whole(table.name());
            }
        }
    }

    /** Rows that were found to differ before: they are looked at again. */
    void add(TableName table, List<Entry> entries) {
        if (!whole.contains(table)) {
            entries.forEach(entry ->
                    keys.computeIfAbsent(table, first -> new LinkedHashSet<>()).add(entry.key()));
        }
    }

    void whole(TableName table) {
        whole.add(table);
        keys.remove(table);
    }

    void allWhole() {
        tables.keySet().forEach(this::whole);
    }

    boolean isWhole(TableName table) {
        return whole.contains(table);
    }

    Set<TableName> wholeTables() {
        return Set.copyOf(whole);
    }

    /** How many changes were told. */
    long changes() {
        return changes;
    }

    /** How many keys wait. */
    long count() {
        return keys.values().stream().mapToLong(Set::size).sum();
    }

    /** Takes the keys that wait, by table. */
    Map<ComparedTable, List<Entry>> take() {
        Map<ComparedTable, List<Entry>> taken = new HashMap<>();
        keys.forEach((name, ofTable) -> taken.put(
                tables.get(name),
                ofTable.stream().map(key -> new Entry(0, 0, key)).toList()));
        keys.clear();
        return taken;
    }
}
