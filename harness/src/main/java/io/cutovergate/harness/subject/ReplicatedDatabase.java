package io.cutovergate.harness.subject;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.ReplicationRules.By;
import java.time.Duration;
import java.util.List;

/** A database of the target that follows the source's. */
public record ReplicatedDatabase(String name, Vantage vantage, DatabaseRules rules, Limits.Replication limits)
        implements Subject {

    @Override
    public Duration allowance() {
        return limits.within().plus(limits.watch());
    }

    @Override
    public String toString() {
        return id();
    }

    private static List<ReplicatedDatabase> all(Migration migration) {
        if (migration.environment().source() == null) {
            return List.of();
        }
        // A database is reached by an address of its own, not through the side's entry.
        return migration.application().databases().entrySet().stream()
                .map(entry -> new ReplicatedDatabase(
                        entry.getKey(),
                        new Vantage(Side.TARGET, Route.PUBLIC_NAME),
                        entry.getValue(),
                        migration.environment().limits().replicationCaughtUp()))
                .toList();
    }

    /** Reads them from {@code databases}, where PostgreSQL itself replicates. */
    public static final class Logical implements SubjectSource<ReplicatedDatabase> {

        @Override
        public List<ReplicatedDatabase> subjects(Migration migration, Vantage vantage) {
            return migration.environment().replication().by() == By.LOGICAL ? all(migration) : List.of();
        }

        @Override
        public String configuredBy() {
            return "databases (with replication.by: logical)";
        }
    }

    /**
     * Reads them from {@code databases.*.heartbeat}. One such database makes them all: of the others the claim is asked
     * in vain, and so unproven.
     */
    public static final class Beating implements SubjectSource<ReplicatedDatabase> {

        @Override
        public List<ReplicatedDatabase> subjects(Migration migration, Vantage vantage) {
            List<ReplicatedDatabase> databases = all(migration);
            return databases.stream().anyMatch(database -> database.rules().heartbeat() != null)
                    ? databases
                    : List.of();
        }

        @Override
        public String configuredBy() {
            return "databases.*.heartbeat";
        }
    }
}
