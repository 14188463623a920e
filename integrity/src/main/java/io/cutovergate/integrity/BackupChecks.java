package io.cutovergate.integrity;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.BackupRestorable;
import io.cutovergate.harness.config.BackupRules;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.BackedUpDatabase;
import io.cutovergate.harness.subject.EachBackedUpDatabase;
import io.cutovergate.integrity.backup.Backups;
import io.cutovergate.integrity.backup.Content;
import io.cutovergate.integrity.backup.Manifest;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.probe.process.Outcome;
import io.cutovergate.probe.sql.ScratchDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The newest backup of each side that has some, restored for a trial: a backup that nobody has restored is none. */
@BackupRestorable
@EachBackedUpDatabase
record BackupChecks(BackedUpDatabase database, Gate gate, Migration migration, Evidence evidence) {

    private static final String MANIFEST = "the backup's manifest";

    @Check("there is a backup, and the newest is young enough")
    void isYoungEnough() {
        requireArchive();
        Backups backups = backups();
        Optional<String> newest = backups.newest();
        evidence.measure("backups found", database, newest.isPresent() ? 1 : 0).atLeast(1, database.key() + ".newest");
        String backup = newest.orElseThrow();
        Manifest manifest = backups.manifest(backup);
        Duration age = Duration.between(manifest.taken(), Clock.systemUTC().instant());
        if (age.isNegative()) {
            throw new Unexamined("the manifest of " + backup + " says that it was taken in the future, "
                    + manifest.taken() + "; one of the clocks is wrong");
        }
        evidence.measure("age of the newest backup", database, age.truncatedTo(ChronoUnit.SECONDS))
                .detail(backup + " was taken " + manifest.taken())
                .atMost(database.limits().maxAge(), "limits.backup-restorable.max-age");
    }

    @Check(
            "the newest backup restores into an empty database, with the objects and the rows that were recorded with it")
    void restoresWhatWasRecorded() {
        Backups backups = backups();
        String backup = backups.newest()
                .orElseThrow(() -> new Unexamined(
                        "there is no backup to restore: " + database.key() + ".newest" + " prints nothing"));
        Manifest manifest = backups.manifest(backup);
        BackupRules rules = rules();
        try (ScratchDatabase scratch = ScratchDatabase.create(
                database.key() + ".scratch", database.vantage().side(), rules.scratch(), rules.within())) {
            Outcome outcome = backups.restore(backup, scratch);
            evidence.measure("status of the restore", database, outcome.status())
                    .detail(backup + "; it wrote: " + outcome.end())
                    .is(0, database.key() + ".restore");
            judge(manifest.content(), Content.of(scratch.database()));
        }
    }

    private void judge(Content recorded, Content restored) {
        Set<TableName> differing = new TreeSet<>(recorded.tables().keySet());
        differing.addAll(restored.tables().keySet());
        differing.removeIf(table ->
                recorded.tables().containsKey(table) && restored.tables().containsKey(table));
        evidence.measure("tables missing or too many", database, differing.size())
                .detail(
                        differing.isEmpty()
                                ? restored.tables().size() + " tables"
                                : differing.stream()
                                        .map(table -> table
                                                + (restored.tables().containsKey(table) ? " too many" : " missing"))
                                        .collect(Collectors.joining(", ")))
                .is(0, MANIFEST);
        evidence.forEach(
                recorded.tables().keySet(),
                table -> judge(
                        table,
                        Objects.requireNonNull(recorded.tables().get(table)),
                        Objects.requireNonNull(restored.tables().get(table))));
        evidence.forEach(recorded.objects().keySet(), kind -> evidence.measure(
                        kind + " restored", database, restored.objects().getOrDefault(kind, 0L))
                .is(Objects.requireNonNull(recorded.objects().get(kind)), MANIFEST));
    }

    private void judge(TableName table, Content.Rows recorded, Content.Rows restored) {
        String subject = table + " of " + database.id();
        evidence.measure("rows restored", subject, restored.count()).is(recorded.count(), MANIFEST);
        evidence.measure("sum of the rows restored", subject, restored.sum())
                .detail(recorded.count() + " rows as recorded, but other ones")
                .is(recorded.sum(), MANIFEST);
    }

    private BackupRules rules() {
        @Nullable BackupRules rules = database.backup();
        if (rules == null) {
            throw new Unexamined(database.key() + " is not configured, as others of that side are");
        }
        return rules;
    }

    private Backups backups() {
        return new Backups(
                rules(), database.key(), migration.file().toAbsolutePath().resolveSibling(""));
    }

    /** After that gate there is no source: what is left of it is its archive. */
    private void requireArchive() {
        if (gate == Gate.DECOMMISSION && migration.side(Side.SOURCE).backups().isEmpty()) {
            throw new Unexamined("no archive of the source that is about to go: source.backups is not configured");
        }
    }
}
