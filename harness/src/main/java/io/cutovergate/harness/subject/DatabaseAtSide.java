package io.cutovergate.harness.subject;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.Integrity;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A database of one side, examined for itself. */
public record DatabaseAtSide(String name, Vantage vantage, DatabaseRules rules, Integrity integrity)
        implements Subject {

    public Side side() {
        return vantage.side();
    }

    @Override
    public Duration allowance() {
        return integrity.within();
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code databases}, of each side that there is. */
    public static final class Source implements SubjectSource<DatabaseAtSide> {

        @Override
        public List<DatabaseAtSide> subjects(Migration migration, Vantage vantage) {
            Stream<Side> sides = migration.environment().source() == null
                    ? Stream.of(Side.TARGET)
                    : Stream.of(Side.SOURCE, Side.TARGET);
            // A database is reached by an address of its own, not through the side's entry.
            return sides.flatMap(side -> migration.application().databases().entrySet().stream()
                            .map(entry -> new DatabaseAtSide(
                                    entry.getKey(),
                                    new Vantage(side, Route.PUBLIC_NAME),
                                    entry.getValue(),
                                    migration.environment().integrity())))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "databases";
        }
    }
}
