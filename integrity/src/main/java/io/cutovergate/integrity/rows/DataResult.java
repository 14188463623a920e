package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.selection.TableName;
import java.util.List;
import java.util.Locale;
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

    /** What can be said of both databases together. */
    public enum Verdict {
        EQUAL,
        DIFFERENT,
        /** No difference was seen, but not everything. */
        NOT_FULLY_COMPARED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Verdict verdict() {
        if (tables.stream().anyMatch(TableResult::differs)) {
            return Verdict.DIFFERENT;
        }
        // Databases without a row to compare prove nothing either.
        return uncompared.isEmpty() && rows() > 0 ? Verdict.EQUAL : Verdict.NOT_FULLY_COMPARED;
    }

    /** Rows that differ in that way. */
    public long count(Difference.Kind kind) {
        return tables.stream()
                .mapToLong(table -> table.counts().getOrDefault(kind, 0L))
                .sum();
    }

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
