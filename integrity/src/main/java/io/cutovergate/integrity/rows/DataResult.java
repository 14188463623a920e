package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.selection.TableName;
import java.util.List;
import java.util.SortedMap;

/**
 * What the comparison of two databases found.
 *
 * @param tables those that were compared
 * @param leftOut why the rows of a table were not compared, as declared or as the subset demands
 * @param uncompared why the rows of a table could not be compared
 * @param method how rows were compared
 */
public record DataResult(
        List<TableResult> tables,
        SortedMap<TableName, String> leftOut,
        SortedMap<TableName, String> uncompared,
        String method) {

    public long rowsOnSource() {
        return tables.stream().mapToLong(table -> table.rows().source()).sum();
    }

    public long rowsOnTarget() {
        return tables.stream().mapToLong(table -> table.rows().target()).sum();
    }

    public int columns() {
        return tables.stream().mapToInt(TableResult::columns).sum();
    }

    /** Rows that were examined, of both sides. */
    public long rows() {
        return rowsOnSource() + rowsOnTarget();
    }
}
