package io.cutovergate.smoke.migration;

import io.cutovergate.probe.sql.Reading;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table and its columns.
 *
 * @param names of the columns
 * @param typed the same with their types: {@code version bigint}
 */
record TableColumns(String table, List<String> names, List<String> typed) {

    private static final String TABLES = """
            select c.relname, string_agg(a.attname, E'\\n' order by a.attnum),
                   string_agg(a.attname || ' ' || format_type(a.atttypid, null), E'\\n' order by a.attnum)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid
            where n.nspname = ? and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
            group by c.oid, c.relname
            order by 1
            """;

    /** All of a schema. */
    static List<TableColumns> in(Reading reading, String schema) {
        return reading.rows(
                "columns of the tables",
                TABLES,
                row -> new TableColumns(row.getString(1), lines(row.getString(2)), lines(row.getString(3))),
                schema);
    }

    private static List<String> lines(String text) {
        return Stream.of(text.split("\n")).toList();
    }
}
