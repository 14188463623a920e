package io.cutovergate.harness.subject;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.DatabaseNeeds;
import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.ReplicationRules.By;
import io.cutovergate.harness.config.RollbackPlan;
import io.cutovergate.harness.config.RollbackPlan.AfterOpen;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database that the target is to host.
 *
 * @param hasSource whether there is a source, whose use is a rule
 * @param replicatedBack whether the target's writes are to be replicated to the source after the cutover
 * @param capacity what was ordered for it on the target
 */
public record HostedDatabase(
        String name,
        Vantage vantage,
        DatabaseRules rules,
        boolean hasSource,
        boolean replicatedBack,
        @Nullable Size capacity,
        Limits.Hosting limits)
        implements Subject {

    /** What the files declare; {@link Unexamined} where neither they nor a source say anything. */
    public Optional<DatabaseNeeds> needs() {
        if (rules.needs() == null && !hasSource) {
            throw new Unexamined(key() + " is not declared, as it is of others, and there is no source");
        }
        return Optional.ofNullable(rules.needs());
    }

    /** The key that declares them. */
    public String key() {
        return "databases." + name + ".needs";
    }

    @Override
    public String toString() {
        return id();
    }

    private static List<HostedDatabase> all(Migration migration, Vantage vantage) {
        boolean hasSource = migration.environment().source() != null;
        RollbackPlan rollback = migration.environment().rollback();
        boolean replicatedBack = hasSource
                && migration.environment().replication().by() == By.LOGICAL
                && rollback != null
                && rollback.afterOpen() == AfterOpen.REVERSE_REPLICATION;
        return migration.application().databases().entrySet().stream()
                .map(entry -> new HostedDatabase(
                        entry.getKey(),
                        vantage,
                        entry.getValue(),
                        hasSource,
                        replicatedBack,
                        migration.database(entry.getKey(), Side.TARGET).capacity(),
                        migration.environment().limits().targetCanHost()))
                .toList();
    }

    /**
     * Reads them from {@code databases}, where something says what they need. One such database makes them all: of the
     * others the claim is asked in vain, and so unproven.
     */
    public static final class Source implements SubjectSource<HostedDatabase> {

        @Override
        public List<HostedDatabase> subjects(Migration migration, Vantage vantage) {
            List<HostedDatabase> all = all(migration, vantage);
            return all.stream()
                            .anyMatch(database ->
                                    database.hasSource() || database.rules().needs() != null)
                    ? all
                    : List.of();
        }

        @Override
        public String configuredBy() {
            return "databases.*.needs (or a source to compare with)";
        }
    }

    /** The same, where the target's capacity is declared of one. */
    public static final class Sized implements SubjectSource<HostedDatabase> {

        @Override
        public List<HostedDatabase> subjects(Migration migration, Vantage vantage) {
            List<HostedDatabase> all = all(migration, vantage);
            return all.stream().anyMatch(database -> database.capacity() != null) ? all : List.of();
        }

        @Override
        public String configuredBy() {
            return "target.databases.*.capacity";
        }
    }
}
