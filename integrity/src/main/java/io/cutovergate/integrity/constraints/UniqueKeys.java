package io.cutovergate.integrity.constraints;

import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Unique indexes that sort texts, held against the table itself and not against the index. */
public final class UniqueKeys {

    private static final String UNIQUE_KEYS = Resource.sql(UniqueKeys.class, "unique_keys");
    private static final String PAST_THE_INDEX = """
            select set_config('enable_indexscan', 'off', true), set_config('enable_indexonlyscan', 'off', true),
                   set_config('enable_bitmapscan', 'off', true)
            """;

    private UniqueKeys() {}

    /** Reads them, and makes the side look past its indexes from now on. */
    public static List<Constraint> read(Snapshot side, List<String> schemas) {
        List<Constraint> keys = side.list("unique keys", UNIQUE_KEYS, UniqueKeys::read, schemas);
        side.list("settings", PAST_THE_INDEX, row -> row.getString(1));
        return keys;
    }

    private static Constraint read(ResultSet row) throws SQLException {
        TableName table = new TableName(row.getString("schema"), row.getString("name"));
        List<String> keys = Constraint.texts(row.getArray("keys"));
        List<String> names =
                IntStream.range(0, keys.size()).mapToObj(place -> "k" + place).toList();
        String selected = IntStream.range(0, keys.size())
                .mapToObj(place -> keys.get(place) + " as " + names.get(place))
                .collect(Collectors.joining(", "));
        String predicate = row.getString("predicate");
        String counted = row.getBoolean("nulls_are_equal")
                ? ""
                : " where " + names.stream().map(name -> name + " is not null").collect(Collectors.joining(" and "));
        return new Constraint(
                table,
                "unique key " + table + "." + row.getString("constraint_name"),
                Constraint.texts(row.getArray("names")),
                "select " + Constraint.texts(names.stream()) + " as reference, count(*) as rows from (select "
                        + selected + " from " + row.getString("referring")
                        + (predicate == null ? "" : " where (" + predicate + ")") + ") keys" + counted + " group by "
                        + String.join(", ", names) + " having count(*) > 1");
    }
}
