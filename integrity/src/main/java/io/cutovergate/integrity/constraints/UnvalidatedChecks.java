package io.cutovergate.integrity.constraints;

import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.integrity.sql.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Checks that are {@code NOT VALID}: rows that were there before them may break them. */
public final class UnvalidatedChecks {

    private static final String CHECKS = Resource.sql(UnvalidatedChecks.class, "checks");

    private UnvalidatedChecks() {}

    public static List<Constraint> read(Snapshot side, List<String> schemas) {
        return side.list("checks", CHECKS, UnvalidatedChecks::read, schemas);
    }

    private static Constraint read(ResultSet row) throws SQLException {
        TableName table = new TableName(row.getString("schema"), row.getString("name"));
        return new Constraint(
                table,
                "check " + table + "." + row.getString("constraint_name"),
                List.of(),
                // A check of which nobody knows whether it holds, holds.
                "select array[]::text[] as reference, count(*) as rows from " + row.getString("referring")
                        + " where not (" + row.getString("expression") + ") having count(*) > 0");
    }
}
