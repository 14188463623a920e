package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.selection.TableName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table as one side's catalog describes it.
 *
 * @param kind {@code pg_class.relkind}; of large objects, which are no table, a kind of their own
 * @param estimatedRows what the planner believes, for the order of work and its progress only
 * @param blocks its size in pages when it was last analysed, of a partitioned table that of the greatest partition; zero
 *     where nobody knows, and where the server cannot read a range of them
 * @param obstacle why its rows cannot be read, or empty
 * @param keys sets of columns that tell every row, the best first
 */
record Table(
        TableName name,
        String kind,
        long estimatedRows,
        long blocks,
        String obstacle,
        List<Column> columns,
        List<List<String>> keys) {

    private static final String LARGE_OBJECTS = "large objects";

    /** The same with its columns and keys. */
    Table with(List<Column> ofTable, List<List<String>> keysOfTable) {
        return new Table(name, kind, estimatedRows, blocks, obstacle, List.copyOf(ofTable), keysOfTable);
    }

    Set<String> columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.toSet());
    }

    /** Whether its rows are computed from those of other tables. */
    boolean computed() {
        return kind.equals("m");
    }

    boolean isLargeObjects() {
        return kind.equals(LARGE_OBJECTS);
    }

    /** The large objects of a database, as a table of their numbers and contents. */
    static Table largeObjects() {
        return new Table(
                new TableName("pg_catalog", "pg_largeobject"),
                LARGE_OBJECTS,
                0,
                0,
                "",
                List.of(
                        new Column("oid", "oid", "oid", false, false, true, false),
                        new Column("content", "bytea", "bytea", false, false, true, false)),
                List.of(List.of("oid")));
    }

    /** What {@code from} reads: all partitions of a partitioned table, but no table that inherits from this one. */
    String from() {
        return switch (kind) {
            case LARGE_OBJECTS -> "(select oid, lo_get(oid) as content from pg_largeobject_metadata) t";
            case "r" -> "only " + name.sql() + " t";
            default -> name.sql() + " t";
        };
    }
}
