package io.cutovergate.integrity.rows;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.integrity.selection.Selection;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.integrity.sql.Snapshots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of one side, by name. Partitions are part of their table. */
record Catalog(Map<TableName, Table> tables) {

    private static final String COLUMNS = Resource.sql(Catalog.class, "columns");
    private static final String KEYS = Resource.sql(Catalog.class, "keys");

    /** A table with one of its columns, or none of a table that has none. */
    private record Line(Table table, Optional<Column> column) {}

    private record Key(TableName table, List<String> columns) {}

    /** Both sides' tables; {@link Unexamined} where the files declare what neither has. */
    static Both<Catalog> ofBoth(Snapshots snapshots, Selection selection) {
        List<String> schemas = selection.schemasOf(snapshots);
        Both<Catalog> catalogs = snapshots.ask(side -> read(side, schemas));
        Map<TableName, Set<String>> columns = new TreeMap<>();
        List.of(catalogs.source(), catalogs.target())
                .forEach(catalog -> catalog.tables.forEach((name, table) ->
                        columns.computeIfAbsent(name, first -> new TreeSet<>()).addAll(table.columnNames())));
        List<String> unknown = selection.unknown(columns);
        if (!unknown.isEmpty()) {
            throw new Unexamined("neither side has " + String.join(", ", unknown)
                    + ", which databases.*.masked, databases.*.live or integrity.exclude declares");
        }
        return catalogs;
    }

    Optional<Table> table(TableName name) {
        return Optional.ofNullable(tables.get(name));
    }

    private static Catalog read(Snapshot side, List<String> schemas) {
        Map<TableName, List<List<String>>> keys = side.list("keys", KEYS, Catalog::key, schemas).stream()
                .collect(Collectors.groupingBy(Key::table, Collectors.mapping(Key::columns, Collectors.toList())));
        Map<TableName, List<Line>> lines = side.list("columns", COLUMNS, Catalog::line, schemas).stream()
                .collect(Collectors.groupingBy(line -> line.table().name(), TreeMap::new, Collectors.toList()));
        Map<TableName, Table> tables = new TreeMap<>();
        lines.forEach((name, ofTable) -> tables.put(
                name,
                ofTable.get(0)
                        .table()
                        .with(
                                ofTable.stream()
                                        .flatMap(line -> line.column().stream())
                                        .toList(),
                                keys.getOrDefault(name, List.of()))));
        boolean largeObjects = side.list(
                        "large objects",
                        "select exists (select from pg_largeobject_metadata)",
                        row -> row.getBoolean(1))
                .get(0);
        if (largeObjects) {
            tables.put(Table.largeObjects().name(), Table.largeObjects());
        }
        return new Catalog(tables);
    }

    private static TableName name(ResultSet row) throws SQLException {
        return new TableName(row.getString("schema"), row.getString("name"));
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                name(row), Arrays.asList((String[]) row.getArray("columns").getArray()));
    }

    private static Line line(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        Table table = new Table(
                name(row),
                kind,
                row.getLong("estimated_rows"),
                row.getLong("blocks"),
                obstacle(row, kind),
                List.of(),
                List.of());
        return new Line(table, row.getString("column_name") == null ? Optional.empty() : Optional.of(column(row)));
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString("column_name"),
                row.getString("type"),
                row.getString("builtin"),
                row.getBoolean("is_array"),
                row.getBoolean("padded"),
                row.getBoolean("seldom_null"),
                row.getBoolean("generated"));
    }

    private static String obstacle(ResultSet row, String kind) throws SQLException {
        if (kind.equals("f")) {
            return "a foreign table: its rows stand in another server";
        }
        if (row.getBoolean("partly_foreign")) {
            return "one of its partitions is a foreign table: its rows stand in another server";
        }
        return row.getBoolean("populated") ? "" : "a materialized view that was never refreshed";
    }
}
