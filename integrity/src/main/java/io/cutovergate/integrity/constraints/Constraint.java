package io.cutovergate.integrity.constraints;

import io.cutovergate.integrity.selection.TableName;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A constraint and the statement that finds what breaks it.
 *
 * @param object for messages: {@code foreign key public.order_items.order_items_order_id_fkey}
 * @param columns what the statement tells rows that break it by; may be empty
 * @param breaches groups of such rows: {@code reference}, the columns' values as an array of text, and {@code rows}
 */
public record Constraint(TableName table, String object, List<String> columns, String breaches) {

    /** How many there are of such rows and groups, and some of the groups. */
    String sql(int most) {
        return "with breach as (" + breaches + ") select sum(rows) over () as of_rows, count(*) over () as of_groups,"
                + " reference, rows from breach order by reference limit " + most;
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** An array of the expressions as texts. */
    static String texts(Stream<String> expressions) {
        return expressions.map(one -> "(" + one + ")::text").collect(Collectors.joining(", ", "array[", "]::text[]"));
    }

    @Override
    public String toString() {
        return object;
    }
}
