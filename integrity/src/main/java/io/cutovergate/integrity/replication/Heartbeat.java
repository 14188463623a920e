package io.cutovergate.integrity.replication;

import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.Identifier;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest beat on both sides, by the source's clock.
 *
 * @param age how old it is on the source
 * @param lag how much older the target's newest is; empty where none has arrived
 */
public record Heartbeat(Duration age, Optional<Duration> lag) {

    private static final int NANOS = 9;

    /** Reads the target first: what beats meanwhile makes the lag look longer, never shorter. */
    public static Heartbeat read(DatabaseRules.Heartbeat rules, DatabaseAt source, DatabaseAt target) {
        Beat arrived = beat(rules, target);
        Beat written = beat(rules, source);
        if (written.at() == null || written.age() == null) {
            throw new Unexamined("nothing beats: " + rules.table() + " is empty on " + source + " (databases."
                    + source.name() + ".heartbeat)");
        }
        if (arrived.at() == null) {
            return new Heartbeat(duration(written.age()), Optional.empty());
        }
        Duration lag = duration(written.at().subtract(arrived.at()));
        if (lag.isNegative()) {
            throw new Unexamined("the newest beat of " + rules.table() + " is newer on target than on source: something"
                    + " beats on target, and it tells no lag (databases." + source.name() + ".heartbeat)");
        }
        return new Heartbeat(duration(written.age()), Optional.of(lag));
    }

    private static Beat beat(DatabaseRules.Heartbeat rules, DatabaseAt database) {
        int dot = rules.table().indexOf('.');
        String table =
                Identifier.quote(rules.table().substring(0, dot), rules.table().substring(dot + 1));
        String newest = "max(" + Identifier.quote(rules.column()) + ")";
        // The session's time zone is UTC, so that a time without one is taken for UTC.
        String sql = "select extract(epoch from " + newest + "), extract(epoch from clock_timestamp() - " + newest
                + ") from " + table;
        return Permission.of(
                "select on " + rules.table(),
                () -> database.row(
                        "newest heartbeat", sql, row -> new Beat(row.getBigDecimal(1), row.getBigDecimal(2))));
    }

    private static Duration duration(BigDecimal seconds) {
        return Duration.ofNanos(seconds.movePointRight(NANOS).longValue());
    }

    private record Beat(@Nullable BigDecimal at, @Nullable BigDecimal age) {}
}
