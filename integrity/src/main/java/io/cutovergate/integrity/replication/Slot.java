package io.cutovergate.integrity.replication;

import io.cutovergate.harness.yaml.Size;
import io.cutovergate.integrity.sql.Resource;
import io.cutovergate.probe.sql.DatabaseAt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A replication slot of the source's server.
 *
 * @param ours whether it is a logical one of this database
 * @param behind log that its reader has not confirmed; {@code null} of one that is not logical
 * @param retained log that is kept for it; {@code null} of one that keeps none
 * @param status as PostgreSQL names it: reserved, extended, unreserved or lost
 * @param room log that it may still retain before the server takes it away; {@code null} where the server sets no limit
 */
public record Slot(
        String name,
        boolean ours,
        boolean active,
        @Nullable Size behind,
        @Nullable Size retained,
        String status,
        @Nullable Size room) {

    private static final String ALL = Resource.sql(Slot.class, "slots");

    /** All of the server; {@link io.cutovergate.harness.evidence.Unexamined} where the role may not read them. */
    public static List<Slot> of(DatabaseAt source) {
        return Permission.of("pg_monitor", () -> source.rows("replication slots", ALL, Slot::read));
    }

    private static Slot read(ResultSet row) throws SQLException {
        return new Slot(
                row.getString("name"),
                row.getBoolean("ours"),
                row.getBoolean("active"),
                size(row, "behind"),
                size(row, "retained"),
                Objects.requireNonNullElse(row.getString("wal_status"), "no log reserved"),
                size(row, "room"));
    }

    private static @Nullable Size size(ResultSet row, String column) throws SQLException {
        long bytes = row.getLong(column);
        return row.wasNull() ? null : new Size(Math.max(0, bytes));
    }
}
