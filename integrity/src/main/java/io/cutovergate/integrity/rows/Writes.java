package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a database has written so far, so that what it writes later can be told from it.
 *
 * @param transaction every row that is written from now on carries this number or a later one ({@code xmin}); the oldest
 *     transaction that still runs counts as later
 * @param deleted rows deleted, by table, as the server counts them ({@code pg_stat_all_tables.n_tup_del})
 * @param updated rows updated, the same way
 */
public record Writes(long transaction, Map<TableName, Long> deleted, Map<TableName, Long> updated) {

    private static final String COUNTERS = Resource.sql(Writes.class, "writes");

    /** Of this moment. */
    public static Writes of(DatabaseAt database) {
        long transaction = database.row(
                "transactions", "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint", row -> row.getLong(1));
        Map<TableName, Long> deleted = new TreeMap<>();
        Map<TableName, Long> updated = new TreeMap<>();
        database.rows("writes so far", COUNTERS, row -> {
            TableName table = new TableName(row.getString("schema"), row.getString("name"));
            deleted.put(table, row.getLong("deleted"));
            return updated.put(table, row.getLong("updated"));
        });
        return new Writes(transaction, deleted, updated);
    }

    /** How many rows of a table may have gone since: deleted or, of a table without a key, changed. None where the counters began anew. */
    long gone(Writes since, TableName table, boolean hasKey) {
        long gone = difference(deleted, since.deleted, table);
        return hasKey ? gone : gone + difference(updated, since.updated, table);
    }

    private static long difference(Map<TableName, Long> now, Map<TableName, Long> then, TableName table) {
        return Math.max(0, now.getOrDefault(table, 0L) - then.getOrDefault(table, Long.MAX_VALUE));
    }
}
