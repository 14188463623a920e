package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.selection.TableName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table as one side's catalog describes it.
 *
 * @param kind {@code pg_class.relkind}
 * @param estimatedRows what the planner believes, for the order of work only
 * @param obstacle why its rows cannot be read, or empty
 * @param keys sets of columns that tell every row, the best first
 */
record Table(
        TableName name,
        String kind,
        long estimatedRows,
        String obstacle,
        List<Column> columns,
        List<List<String>> keys) {

    Set<String> columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.toSet());
    }

    /** Whether its rows are computed from those of other tables. */
    boolean computed() {
        return kind.equals("m");
    }

    /** What {@code from} reads: all partitions of a partitioned table, but no table that inherits from this one. */
    String from() {
        return (kind.equals("r") ? "only " : "") + name.sql() + " t";
    }
}
