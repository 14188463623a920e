package io.cutovergate.harness.subject;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.BackupRules;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database of a side that has backups.
 *
 * @param backup how they are found and restored; null where only other databases of the side say it
 */
public record BackedUpDatabase(
        String name, Vantage vantage, @Nullable BackupRules backup, Limits.Backup limits) implements Subject {

    @Override
    public Duration allowance() {
        return backup == null ? Duration.ZERO : backup.within().multipliedBy(2);
    }

    /** The key that configures it. */
    public String key() {
        return vantage.side() + ".backups." + name;
    }

    @Override
    public String toString() {
        return id();
    }

    /**
     * Reads them from {@code backups} of both sides. One such database makes all of its side: of the others the claim is
     * asked in vain, and so unproven.
     */
    public static final class Source implements SubjectSource<BackedUpDatabase> {

        @Override
        public List<BackedUpDatabase> subjects(Migration migration, Vantage vantage) {
            Stream<Side> sides = migration.environment().source() == null
                    ? Stream.of(Side.TARGET)
                    : Stream.of(Side.SOURCE, Side.TARGET);
            return sides.filter(side -> !migration.side(side).backups().isEmpty())
                    .flatMap(side -> migration.application().databases().keySet().stream()
                            .map(database -> new BackedUpDatabase(
                                    database,
                                    new Vantage(side, Route.PUBLIC_NAME),
                                    migration.side(side).backups().get(database),
                                    migration.environment().limits().backupRestorable())))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "target.backups and source.backups";
        }
    }
}
