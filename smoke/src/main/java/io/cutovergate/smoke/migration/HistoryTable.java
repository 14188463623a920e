package io.cutovergate.smoke.migration;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.Identifier;
import io.cutovergate.probe.sql.Reading;
import java.util.List;
import java.util.stream.Collectors;

/** The table of a migration tool, found by its columns, whatever its name is. */
record HistoryTable(String schema, String name) {

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
    static HistoryTable find(Reading reading, String schema, Shape shape) {
        List<TableColumns> tables = TableColumns.in(reading, schema);
        List<String> found =
                tables.stream().filter(shape::fits).map(TableColumns::table).toList();
        if (found.size() != 1) {
            throw new Unexamined((found.isEmpty() ? "no table" : "more than one table, " + found + ",") + " of schema "
                    + schema + " has the columns of the history of " + shape + others(tables)
                    + " (databases.*.migrations.schema)");
        }
        return new HistoryTable(schema, found.get(0));
    }

    /** Whose history stands in the schema; {@link Unexamined} where it is nobody's, or more than one's. */
    static Shape recognise(Reading reading, String schema) {
        List<TableColumns> tables = TableColumns.in(reading, schema);
        List<Shape> found =
                tables.stream().flatMap(table -> Shape.of(table).stream()).toList();
        if (found.size() != 1) {
            throw new Unexamined((found.isEmpty() ? "no table" : "more than one table") + " of schema " + schema
                    + " has the columns of a migration tool's history" + others(tables)
                    + "; databases.*.migrations.tool names the tool");
        }
        return found.get(0);
    }

    private static String others(List<TableColumns> tables) {
        String known = tables.stream()
                .flatMap(table -> Shape.of(table).map(shape -> table.table() + " has those of " + shape).stream())
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "" : "; " + known;
    }
}
