package io.cutovergate.harness.subject;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SideConfig;
import java.util.List;
import java.util.Objects;

/** A database whose migrations are known. */
public record MigratedDatabase(
        String name, Vantage vantage, SideConfig.Database database, DatabaseRules.Migrations migrations)
        implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code databases.*.migrations}. */
    public static final class Source implements SubjectSource<MigratedDatabase> {

        @Override
        public List<MigratedDatabase> subjects(Migration migration, Vantage vantage) {
            return migration.application().databases().entrySet().stream()
                    .filter(entry -> entry.getValue().migrations() != null)
                    .map(entry -> new MigratedDatabase(
                            entry.getKey(),
                            vantage,
                            migration.database(entry.getKey(), vantage.side()),
                            Objects.requireNonNull(entry.getValue().migrations())))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "databases.*.migrations";
        }
    }

    /**
     * The same, where something says which migrations are expected: a directory, or a source to compare with. One such
     * database makes them all: of the others the claim is asked in vain, and so unproven.
     */
    public static final class Expecting implements SubjectSource<MigratedDatabase> {

        @Override
        public List<MigratedDatabase> subjects(Migration migration, Vantage vantage) {
            List<MigratedDatabase> databases = new Source().subjects(migration, vantage);
            boolean compares =
                    vantage.side() == Side.TARGET && migration.environment().source() != null;
            return compares || databases.stream().anyMatch(MigratedDatabase::hasDirectory) ? databases : List.of();
        }

        @Override
        public String configuredBy() {
            return "databases.*.migrations.directory (or a source to compare with)";
        }
    }

    private boolean hasDirectory() {
        return migrations.directory() != null;
    }
}
