package io.cutovergate.integrity.sequences;

import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.probe.sql.Identifier;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of one side.
 *
 * @param increment negative for one that descends
 * @param next what it gives out next
 * @param called whether it has given out anything
 * @param filled the columns that it fills
 */
public record Sequence(TableName name, long increment, BigDecimal next, boolean called, List<Filled> filled) {

    /**
     * A column that a sequence fills.
     *
     * @param furthest its greatest value, or its least for a sequence that descends; null where it has none
     */
    public record Filled(
            TableName table, String column, @Nullable BigDecimal furthest) {

        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    public boolean ascends() {
        return increment > 0;
    }

    /** Whether it would give out a value that the column has already passed. */
    public boolean lagsBehind(Filled column) {
        BigDecimal furthest = column.furthest();
        return furthest != null && (ascends() ? next.compareTo(furthest) <= 0 : next.compareTo(furthest) >= 0);
    }

    /** The least far value that is safe to give out next. */
    public BigDecimal safeAfter(BigDecimal furthest) {
        return furthest.add(BigDecimal.valueOf(Long.signum(increment)));
    }

    /** The statement that reads value and state of a sequence. */
    static String stateSql(TableName name, long increment) {
        return "select last_value + case when is_called then " + increment + "::numeric else 0 end, is_called from "
                + name.sql();
    }

    /** The statement that reads the furthest value of a column. */
    static String furthestSql(TableName table, String column, long increment) {
        return "select " + (increment > 0 ? "max(" : "min(") + Identifier.quote(column) + ")::numeric from "
                + table.sql();
    }
}
