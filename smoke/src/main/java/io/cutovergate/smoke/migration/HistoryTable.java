package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.Identifier;
import io.cutovergate.probe.sql.Reading;
import java.util.List;

/** The table of a migration tool, found by its columns, whatever its name is. */
record HistoryTable(String schema, String name) {

    private static final String TABLES = """
            select c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind in ('r', 'p')
              and string_to_array(?, ',') <@ (select array_agg(a.attname::text) from pg_attribute a
                                              where a.attrelid = c.oid and not a.attisdropped)
            order by 1
            """;

    /** As statements name it. */
    String quoted() {
        return Identifier.quote(schema, name);
    }

    /** For messages. */
    @Override
    public String toString() {
        return schema + "." + name;
    }

    /** The table; {@link Unexamined} where there is none, or more than one. */
    static HistoryTable find(Reading reading, String schema, String... columns) {
        List<String> found = reading.rows(
                "table of the migrations", TABLES, row -> row.getString(1), schema, String.join(",", columns));
        if (found.size() != 1) {
            throw new Unexamined((found.isEmpty() ? "no table" : "more than one table, " + found + ",") + " of schema "
                    + schema + " has the columns of the migrations' history: " + String.join(", ", columns)
                    + " (databases.*.migrations.schema)");
        }
        return new HistoryTable(schema, found.get(0));
    }
}
