package io.cutovergate.harness.subject;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.DrainLimits;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;

/** A database of the source that nobody shall use any more. */
public record DrainedDatabase(String name, Vantage vantage, DrainLimits limits) implements Subject {

    @Override
    public Duration allowance() {
        return limits.over();
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code databases}. */
    public static final class Source implements SubjectSource<DrainedDatabase> {

        @Override
        public List<DrainedDatabase> subjects(Migration migration, Vantage vantage) {
            if (migration.environment().source() == null) {
                return List.of();
            }
            // A database is reached by an address of its own, not through the side's entry.
            return migration.application().databases().keySet().stream()
                    .map(name -> new DrainedDatabase(
                            name,
                            new Vantage(Side.SOURCE, Route.PUBLIC_NAME),
                            migration.environment().limits().sourceDrained()))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "databases";
        }
    }
}
