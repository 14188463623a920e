package io.cutovergate.smoke.migration;

import io.cutovergate.harness.checklist.Checklist.MigrationsApplied;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachMigratedDatabase;
import io.cutovergate.harness.subject.MigratedDatabase;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;

/** The history that a migration tool keeps in the database, by itself. */
@MigrationsApplied
@EachMigratedDatabase
record MigrationChecks(MigratedDatabase database, SqlProbe sql, Evidence evidence) {

    @Check("no migration is failed, dirty or locked")
    void nothingFailedOrLocked() {
        History history = History.of(database, database.vantage().side(), sql);
        evidence.forEach(
                List.of(
                        () -> none("failed migrations", history.failed(), history),
                        () -> none("holders of the lock", history.locks(), history)),
                Runnable::run);
    }

    private void none(String name, List<String> found, History history) {
        evidence.measure(name, database, History.titles(found)).is("none", history.table());
    }
}
