package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a side keeps its tables. A rewritten table (ALTER TABLE, TRUNCATE, REFRESH) has another file, and what happened to
 * its rows stands in no log that can be decoded; neither do changes of an unlogged one.
 *
 * @param files of each table, of a partitioned one those of its partitions
 * @param unlogged tables whose changes nobody tells
 * @param roots the partitioned table of each partition
 */
record Storage(Map<TableName, Map<String, String>> files, Set<TableName> unlogged, Map<TableName, TableName> roots) {

    private static final String STORAGE = Resource.sql(Storage.class, "storage");

    static Storage of(Snapshot side) {
        Storage storage = new Storage(new HashMap<>(), new HashSet<>(), new HashMap<>());
        side.list("storage of the tables", STORAGE, row -> {
            TableName name = new TableName(row.getString("schema"), row.getString("name"));
            String schema = row.getString("root_schema");
            TableName root = schema == null ? name : new TableName(schema, row.getString("root_name"));
            if (schema != null) {
                storage.roots.put(name, root);
            }
            if (!row.getBoolean("logged")) {
                storage.unlogged.add(root);
            }
            return storage.files
                    .computeIfAbsent(root, first -> new TreeMap<>())
                    .put(name.toString(), String.valueOf(row.getString("file")));
        });
        return storage;
    }

    /** Whether a table stands in the same files as before. */
    boolean same(Storage before, TableName table) {
        return files.getOrDefault(table, Map.of()).equals(before.files.getOrDefault(table, Map.of()));
    }
}
