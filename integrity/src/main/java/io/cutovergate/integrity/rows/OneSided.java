package io.cutovergate.integrity.rows;

import io.cutovergate.harness.Side;
import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import io.cutovergate.integrity.sql.Snapshots;
import java.util.List;
import java.util.Map;

/** A table that only one side has: all its rows are missing on the other, or extra. */
record OneSided(Table table, Side side, boolean subset) {

    TableName name() {
        return table.name();
    }

    TableResult count(Snapshots snapshots) {
        long rows = snapshots
                .on(side)
                .list("number of rows of " + name(), "select count(*) from " + table.from(), row -> row.getLong(1))
                .get(0);
        boolean source = side == Side.SOURCE;
        Map<Kind, Long> counts =
                rows == 0 || (subset && source) ? Map.of() : Map.of(source ? Kind.MISSING : Kind.EXTRA, rows);
        return new TableResult(
                name(),
                source ? new Both<>(rows, 0L) : new Both<>(0L, rows),
                0,
                "nothing",
                List.of(),
                List.of("the table is missing on " + (source ? Side.TARGET : Side.SOURCE)),
                counts,
                List.of(),
                0,
                0);
    }
}
