package io.cutovergate.integrity.rows;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row that the sides do not share.
 *
 * @param row its key, or all its cells where the table has none
 * @param copies how many rows are alike; one where there is a key
 * @param cells the cells that differ, for a row that changed; empty where the digests differ but no text does
 */
public record Difference(Kind kind, List<Value> row, long copies, List<Cell> cells) {

    /** How the target's rows differ from the source's. */
    public enum Kind {
        /** The source has it, the target has not. */
        MISSING,
        /** The target has it, the source has not. */
        EXTRA,
        /** Both have its key, with other cells. */
        CHANGED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A cell of the row; null is SQL's NULL. */
    public record Value(String column, @Nullable String text) {

        @Override
        public String toString() {
            return column + "=" + print(text);
        }
    }

    /** A cell that differs; null is SQL's NULL. */
    public record Cell(
            String column,
            @Nullable String source,
            @Nullable String target) {

        @Override
        public String toString() {
            return column + " " + print(source) + " on source, " + print(target) + " on target";
        }
    }

    private static String print(@Nullable String value) {
        return value == null ? "NULL" : "'" + value + "'";
    }

    private String cellsThatDiffer() {
        return cells.isEmpty()
                ? "its digest differs though no text does"
                : cells.stream().map(Cell::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        String where = row.stream().map(Value::toString).collect(Collectors.joining(", "));
        String times = copies == 1 ? "" : " (" + copies + " times)";
        return kind + " " + where + times + (kind == Kind.CHANGED ? ": " + cellsThatDiffer() : "");
    }
}
