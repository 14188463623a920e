package io.cutovergate.integrity.changes;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.Rows;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Tells what a database changes from now on, by a logical replication slot of our own. The slot is temporary: the server
 * drops it with the connection, however that ends, so that it never keeps the server's log from being removed.
 *
 * <p>Needs {@code wal_level = logical} and a role with {@code REPLICATION} ({@code rds_replication} on RDS, {@code azure_pg_admin}
 * and the attribute on Azure).
 */
public final class ChangeSlot implements AutoCloseable {

    private final Reading session;
    private final String name;

    private ChangeSlot(Reading session, String name) {
        this.session = session;
        this.name = name;
    }

    /** Makes the slot; {@link Unexamined} where the server does not let it. */
    public static ChangeSlot create(DatabaseAt database) {
        String name =
                "cutover_gate_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        Reading session = database.reading();
        try {
            session.row(
                    "change slot",
                    "select pg_catalog.pg_create_logical_replication_slot('" + name
                            + "', 'test_decoding', temporary => true)::pg_catalog.text",
                    row -> row.getString(1));
            session.renew();
            return new ChangeSlot(session, name);
        } catch (Unexamined e) {
            session.close();
            throw e;
        }
    }

    /**
     * Hands on what was committed up to now, and lets the server forget it. To know where now is, a mark is written into the
     * server's log, and nothing else: a server at rest would otherwise be asked for a record that it has not written out yet,
     * and would wait until somebody else writes one.
     *
     * @param unread is called where a change cannot be understood
     */
    public void drain(Consumer<Change> changes, Runnable unread) {
        String now = session.row(
                "mark",
                "select pg_catalog.pg_logical_emit_message(true, 'cutover-gate', '')::pg_catalog.text",
                row -> row.getString(1));
        session.renew();
        try (Rows<String> lines = session.stream(
                "changes",
                "select data from pg_catalog.pg_logical_slot_get_changes('" + name + "', '" + now
                        + "', null, 'include-xids', 'off', 'skip-empty-xacts', 'on')",
                row -> row.getString(1))) {
            lines.forEachRemaining(line -> hand(line, changes, unread));
        }
        session.renew();
    }

    private static void hand(String line, Consumer<Change> changes, Runnable unread) {
        try {
            DecodedLine.parse(line).ifPresent(changes);
        } catch (IllegalArgumentException e) {
            unread.run();
        }
    }

    /** Bytes of its log that the server keeps for the slot, and whether it still has all of them. */
    public Retained retained() {
        return session.row(
                "retained log",
                "select pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn)::pg_catalog.int8,"
                        + " coalesce(wal_status, 'reserved') from pg_catalog.pg_replication_slots"
                        + " where slot_name = '" + name + "'",
                row -> new Retained(row.getLong(1), row.getString(2)));
    }

    /** What a server keeps for a slot; see {@code pg_replication_slots.wal_status}. */
    public record Retained(long bytes, String status) {}

    @Override
    public void close() {
        session.close();
    }
}
