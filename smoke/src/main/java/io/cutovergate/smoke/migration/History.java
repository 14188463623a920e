package io.cutovergate.smoke.migration;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.subject.MigratedDatabase;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;

/**
 * What a database remembers of its migrations.
 *
 * @param tool whose history it is
 * @param table where it stands
 * @param applied in the tool's order
 * @param failed those that did not end well, with the state that the tool gives them
 * @param locks who holds the lock of the tool
 */
record History(MigrationTool tool, String table, List<Change> applied, List<String> failed, List<String> locks) {

    History {
        applied = List.copyOf(applied);
        failed = List.copyOf(failed);
        locks = List.copyOf(locks);
    }

    /** What the database of one side remembers. */
    static History of(MigratedDatabase database, Side side, SqlProbe sql) {
        try (Reading reading = sql.at(database.name(), side).snapshot()) {
            return MigrationTool.of(database.migrations(), reading)
                    .history(reading, database.migrations().schema());
        }
    }

    /** As rules are measured: {@code none}, or all of them. */
    static String titles(List<String> found) {
        return found.isEmpty() ? "none" : String.join(", ", found);
    }
}
