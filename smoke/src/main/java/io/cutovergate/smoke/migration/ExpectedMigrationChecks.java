package io.cutovergate.smoke.migration;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.MigrationsApplied;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachExpectedHistory;
import io.cutovergate.harness.subject.MigratedDatabase;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;

/** The history that a migration tool keeps in the database, against the files or the source. */
@MigrationsApplied
@EachExpectedHistory
record ExpectedMigrationChecks(MigratedDatabase database, SqlProbe sql, Migration migration, Evidence evidence) {

    @Check("exactly the expected migrations are applied")
    void exactlyTheExpectedAreApplied() {
        History history = History.of(database, database.vantage().side(), sql);
        Expected expected = expected(history);
        Drift drift = expected.drift();
        String last = history.applied().isEmpty()
                ? "nothing is applied"
                : "the last one applied is "
                        + history.applied().get(history.applied().size() - 1).title();
        evidence.note(history.applied().size() + " applied in " + history.table() + ", " + drift.expected()
                + " expected by " + expected.by() + "; " + last);
        evidence.forEach(
                List.of(
                        () -> none("migrations not applied", drift.missing(), expected.by()),
                        () -> none("migrations that nobody expects", drift.unknown(), expected.by()),
                        () -> none("migrations changed since they were applied", drift.changed(), expected.by())),
                Runnable::run);
    }

    private void none(String name, List<String> found, String key) {
        evidence.measure(name, database, History.titles(found)).is("none", key);
    }

    private Expected expected(History history) {
        String key = "databases." + database.name() + ".migrations.directory";
        Expected expected;
        if (database.migrations().directory() != null) {
            expected = new Expected(history.tool().against(database.migrations().directory(), history), key);
        } else if (migration.environment().source() != null
                && database.vantage().side() == Side.TARGET) {
            List<Change> source = History.of(database, Side.SOURCE, sql).applied();
            expected = new Expected(Drift.between(source, history.applied()), "the source's history");
        } else {
            throw new Unexamined("nothing says which migrations are expected: " + key + " is not configured, and there"
                    + " is no source to compare with");
        }
        if (expected.drift().expected() == 0) {
            throw new Unexamined("no migration is found by " + expected.by());
        }
        return expected;
    }

    private record Expected(Drift drift, String by) {}
}
