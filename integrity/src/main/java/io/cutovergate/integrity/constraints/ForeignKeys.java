package io.cutovergate.integrity.constraints;

import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import io.cutovergate.probe.sql.Identifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Foreign keys. A load with triggers disabled leaves rows that refer to nothing, and the catalog goes on to call the key
 * validated. What breaks one is found by an anti-join on the server.
 */
public final class ForeignKeys {

    private static final String FOREIGN_KEYS = Resource.sql(ForeignKeys.class, "foreign_keys");

    private ForeignKeys() {}

    public static List<Constraint> read(Snapshot side, List<String> schemas) {
        return side.list("foreign keys", FOREIGN_KEYS, ForeignKeys::read, schemas);
    }

    private static Constraint read(ResultSet row) throws SQLException {
        TableName table = new TableName(row.getString("schema"), row.getString("name"));
        List<String> columns = Constraint.texts(row.getArray("columns"));
        List<String> names =
                columns.stream().map(column -> "c." + Identifier.quote(column)).toList();
        // MATCH SIMPLE: a reference that is null in part refers to nothing. MATCH FULL: only one that is null as a
        // whole.
        String refers = names.stream()
                .map(name -> name + " is not null")
                .collect(Collectors.joining(row.getBoolean("match_full") ? " or " : " and "));
        return new Constraint(
                table,
                "foreign key " + table + "." + row.getString("constraint_name"),
                columns,
                "select " + Constraint.texts(names.stream()) + " as reference, count(*) as rows from "
                        + row.getString("referring") + " c where (" + refers + ") and not " + stands(row)
                        + " group by " + String.join(", ", names));
    }

    /** That what it refers to stands there. */
    private static String stands(ResultSet row) throws SQLException {
        String referred = row.getString("referred");
        List<String> conditions = Constraint.texts(row.getArray("conditions"));
        if (!row.getBoolean("of_periods")) {
            return "exists (select from " + referred + " p where " + String.join(" and ", conditions) + ")";
        }
        int last = conditions.size() - 1;
        String range = Identifier.quote(
                Constraint.texts(row.getArray("referred_columns")).get(last));
        String period =
                Identifier.quote(Constraint.texts(row.getArray("columns")).get(last));
        return "coalesce((select pg_catalog.range_agg(p." + range + ") operator(pg_catalog.@>) c." + period + " from "
                + referred + " p where " + String.join(" and ", conditions.subList(0, last)) + "), false)";
    }
}
