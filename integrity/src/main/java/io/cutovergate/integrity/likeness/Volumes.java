package io.cutovergate.integrity.likeness;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.integrity.sql.Snapshots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows and bytes of both sides, by table of the source.
 *
 * @param leftOut tables that the files leave out, with why
 */
public record Volumes(SortedMap<TableName, Both<Volume>> tables, SortedMap<TableName, String> leftOut) {

    private static final String TABLES = Resource.sql(Volumes.class, "tables");

    private record Line(TableName table, long bytes) {}

    /** Counts every row of both sides. */
    public static Volumes read(Snapshots snapshots, Selection selection) {
        List<String> schemas = selection.schemasOf(snapshots);
        SortedMap<TableName, String> leftOut = new TreeMap<>();
        Both<Map<TableName, Volume>> sides = snapshots.ask(side -> count(side, schemas, selection));
        snapshots
                .on(Side.SOURCE)
                .list("tables", TABLES, Volumes::line, schemas)
                .forEach(line -> reason(line.table(), selection, leftOut));
        SortedMap<TableName, Both<Volume>> tables = new TreeMap<>();
        sides.source()
                .forEach((table, volume) ->
                        tables.put(table, new Both<>(volume, sides.target().getOrDefault(table, Volume.NONE))));
        return new Volumes(tables, leftOut);
    }

    /** All tables together. */
    public Both<Volume> sum() {
        return tables.values().stream()
                .reduce(
                        new Both<>(Volume.NONE, Volume.NONE),
                        (one, other) -> new Both<>(
                                one.source().plus(other.source()), one.target().plus(other.target())));
    }

    private static void reason(TableName table, Selection selection, Map<TableName, String> leftOut) {
        if (selection.excludes(table)) {
            leftOut.put(table, "excluded");
        } else {
            selection.liveRows(table).ifPresent(why -> leftOut.put(table, "live: " + why));
        }
    }

    private static Map<TableName, Volume> count(Snapshot side, List<String> schemas, Selection selection) {
        Map<TableName, Volume> volumes = new TreeMap<>();
        for (Line line : side.list("tables", TABLES, Volumes::line, schemas)) {
            TableName table = line.table();
            if (!selection.excludes(table) && selection.liveRows(table).isEmpty()) {
                long rows = side.list("rows of " + table, "select count(*) from " + table.sql(), row -> row.getLong(1))
                        .get(0);
                volumes.put(table, new Volume(rows, line.bytes()));
            }
        }
        return volumes;
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(new TableName(row.getString("schema"), row.getString("name")), row.getLong("bytes"));
    }
}
