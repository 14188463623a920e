package io.cutovergate.harness.subject;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.Integrity;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SideConfig;
import java.time.Duration;
import java.util.List;

/** A database on both sides. The source's is the oracle. */
public record DatabasePair(
        String name,
        Vantage vantage,
        SideConfig.Database source,
        SideConfig.Database target,
        DatabaseRules rules,
        Integrity integrity,
        Limits limits)
        implements Subject {

    @Override
    public Duration allowance() {
        return integrity.within();
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code databases}. */
    public static final class Source implements SubjectSource<DatabasePair> {

        @Override
        public List<DatabasePair> subjects(Migration migration, Vantage vantage) {
            if (migration.environment().source() == null) {
                return List.of();
            }
            return migration.application().databases().entrySet().stream()
                    .map(entry -> new DatabasePair(
                            entry.getKey(),
                            vantage,
                            migration.database(entry.getKey(), Side.SOURCE),
                            migration.database(entry.getKey(), Side.TARGET),
                            entry.getValue(),
                            migration.environment().integrity(),
                            migration.environment().limits()))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "databases";
        }
    }

    /** Those with masked columns. */
    public static final class Masked implements SubjectSource<DatabasePair> {

        @Override
        public List<DatabasePair> subjects(Migration migration, Vantage vantage) {
            return new Source()
                    .subjects(migration, vantage).stream()
                            .filter(pair -> !pair.rules().masked().isEmpty())
                            .toList();
        }

        @Override
        public String configuredBy() {
            return "databases.*.masked";
        }
    }

    /** Those with columns whose distribution is declared. */
    public static final class Distributed implements SubjectSource<DatabasePair> {

        @Override
        public List<DatabasePair> subjects(Migration migration, Vantage vantage) {
            return new Source()
                    .subjects(migration, vantage).stream()
                            .filter(pair -> !pair.rules().distributions().isEmpty())
                            .toList();
        }

        @Override
        public String configuredBy() {
            return "databases.*.distributions";
        }
    }
}
