package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Cutover;
import io.cutovergate.harness.config.Integrity;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The migration of the data, of all databases together: one command does it.
 *
 * @param cutover its window is the limit at that gate; {@code null} where none is planned
 */
public record DataMigration(
        Vantage vantage, Integrity.Migrate rules, @Nullable Cutover cutover) implements Subject {

    /** Time to stop what exceeds its own. */
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "data migration";
    }

    @Override
    public Duration allowance() {
        return rules.within().plus(TO_STOP);
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads it from {@code integrity.migrate}. */
    public static final class Source implements SubjectSource<DataMigration> {

        @Override
        public List<DataMigration> subjects(Migration migration, Vantage vantage) {
            Integrity.@Nullable Migrate rules =
                    migration.environment().integrity().migrate();
            return rules == null
                    ? List.of()
                    : List.of(new DataMigration(
                            vantage, rules, migration.environment().cutover()));
        }

        @Override
        public String configuredBy() {
            return "integrity.migrate";
        }
    }
}
