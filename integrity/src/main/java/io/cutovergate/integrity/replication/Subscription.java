package io.cutovergate.integrity.replication;

import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A subscription of the target, as its catalog and statistics tell it.
 *
 * @param slot its slot on the source; empty where it has none
 * @param workers that apply what is sent
 * @param tables that it replicates
 * @param notReady of these, how many are not followed yet
 * @param waiting which, and what they wait for
 */
public record Subscription(
        String name, boolean enabled, String slot, long workers, long tables, long notReady, String waiting) {

    private static final String ALL = Resource.sql(Subscription.class, "subscriptions");
    private static final String ERRORS = Resource.sql(Subscription.class, "errors");
    private static final String COUNTED = "select to_regclass('pg_catalog.pg_stat_subscription_stats') is not null";

    /** Those of the database; {@link io.cutovergate.harness.evidence.Unexamined} where the role may not read them. */
    public static List<Subscription> of(DatabaseAt target) {
        return Permission.of("pg_monitor", () -> target.rows("subscriptions", ALL, Subscription::read));
    }

    /** Errors that each has met since its statistics begin; empty before PostgreSQL 15, which does not count them. */
    public static Optional<Map<String, Long>> errors(DatabaseAt target) {
        return Permission.of("pg_monitor", () -> {
            if (!target.row("statistics of subscriptions", COUNTED, row -> row.getBoolean(1))) {
                return Optional.empty();
            }
            Map<String, Long> errors = new HashMap<>();
            target.rows("errors of subscriptions", ERRORS, row -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(error -> errors.put(error.getKey(), error.getValue()));
            return Optional.of(errors);
        });
    }

    /** Whether it follows the source with all its tables. */
    public boolean follows() {
        return enabled && workers > 0 && tables > 0 && notReady == 0;
    }

    private static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("name"),
                row.getBoolean("enabled"),
                Objects.requireNonNullElse(row.getString("slot"), ""),
                row.getLong("workers"),
                row.getLong("tables"),
                row.getLong("not_ready"),
                Objects.requireNonNullElse(row.getString("waiting"), ""));
    }
}
