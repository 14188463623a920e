package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.Replica;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Wait;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The target follows the source no longer, or the source cannot keep what it has to send. */
final class ReplicationFaults {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String STUCK = "insert into heartbeat values ('testbed-stuck', '2000-01-01')";
    private static final String UNSTUCK = "delete from heartbeat where writer = 'testbed-stuck'";
    private static final String FORGOTTEN = "testbed_forgotten";

    private ReplicationFaults() {}

    static Broken subscriptionDisabled(Installation installation) {
        Database target = installation.target().admin();
        target.execute("alter subscription cutover disable");
        return new Broken("subscription cutover disabled", () -> {
            target.execute("alter subscription cutover enable");
            awaitCaughtUp(installation);
        });
    }

    /** The source takes a write when nothing carries it to the target any more, by somebody whom its freeze does not stop. */
    static Broken lateWrite(Installation installation) {
        Database source = installation.source().admin();
        source.execute(CutoverFaults.NEVERTHELESS, "insert into categories (code, title) values ('LATE', 'Too late')");
        return new Broken(
                "a row of public.categories written on the source alone",
                () -> source.execute(
                        CutoverFaults.NEVERTHELESS,
                        "delete from categories where code = 'LATE'",
                        "select setval(pg_get_serial_sequence('categories', 'id'), max(id)) from categories"));
    }

    /** A row that stands on the target already when the source sends it: applying it fails again and again. */
    static Broken applyStuck(Installation installation) {
        Database target = installation.target().admin();
        Database source = installation.source().admin();
        String errors = "select coalesce(sum(apply_error_count), 0) from pg_stat_subscription_stats";
        String before = target.query(errors).get(0);
        target.execute(STUCK);
        source.execute(STUCK);
        Wait.until(
                () -> !target.query(errors).get(0).equals(before),
                PATIENCE,
                () -> "the subscription has met no conflict");
        return new Broken("a row of heartbeat conflicts with what the source sends", () -> {
            target.execute(UNSTUCK);
            awaitCaughtUp(installation);
            source.execute(UNSTUCK);
            awaitCaughtUp(installation);
        });
    }

    /** The worker that applies waits for a lock that somebody holds, and readers notice nothing. */
    static Broken applyFrozen(Installation installation) throws SQLException {
        Database target = installation.target().admin();
        Connection holder = DriverManager.getConnection(target.jdbc(), target.user(), target.password());
        try (Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table heartbeat in share row exclusive mode");
        } catch (SQLException e) {
            holder.close();
            throw e;
        }
        Wait.until(
                () -> !target.query("select 1 from pg_locks where not granted and relation = 'heartbeat'::regclass")
                        .isEmpty(),
                PATIENCE,
                () -> "no worker waits for the lock");
        writeLog(installation.source().admin(), 8);
        return new Broken("a session of the target locks heartbeat, 8 MB of log written", () -> {
            holder.close();
            awaitCaughtUp(installation);
        });
    }

    static Broken heartbeatStopped(Installation installation) {
        Replica worker = installation.source().worker();
        worker.service().down();
        return new Broken("worker of the source killed", () -> {
            worker.service().up();
            installation.source().awaitReady();
        });
    }

    static Broken slotForgotten(Installation installation) {
        Database source = installation.source().admin();
        source.query("select pg_create_physical_replication_slot('" + FORGOTTEN + "', true)");
        writeLog(source, 80);
        return new Broken("slot " + FORGOTTEN + " that nobody reads, 80 MB of log written", () -> {
            source.query("select pg_drop_replication_slot('" + FORGOTTEN + "')");
            // What is written with a checkpoint lets the other slot go on, too.
            source.execute("checkpoint");
            Wait.until(
                    () -> source.query("select 1 from pg_replication_slots where slot_name = 'cutover'"
                                            + " and pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn) < 16e6")
                                    .size()
                            == 1,
                    PATIENCE,
                    () -> "the slot of the subscription still keeps the log");
        });
    }

    static Broken slotRoomGone(Installation installation) {
        Database source = installation.source().admin();
        limitSlots(source, "alter system set max_slot_wal_keep_size = '32MB'", "32MB");
        return new Broken(
                "max_slot_wal_keep_size = 32MB on the source",
                () -> limitSlots(source, "alter system reset max_slot_wal_keep_size", "-1"));
    }

    private static void limitSlots(Database source, String change, String wanted) {
        source.execute(change);
        source.query("select pg_reload_conf()");
        Wait.until(
                () -> source.query("select current_setting('max_slot_wal_keep_size')")
                        .get(0)
                        .equals(wanted),
                PATIENCE,
                () -> "max_slot_wal_keep_size is not " + wanted);
    }

    private static void writeLog(Database source, int megabytes) {
        source.query("select count(pg_logical_emit_message(false, 'testbed', repeat('x', 1000000)))"
                + " from generate_series(1, " + megabytes + ")");
    }

    private static void awaitCaughtUp(Installation installation) {
        Database source = installation.source().admin();
        String now = source.query("select pg_current_wal_lsn()").get(0);
        Wait.until(
                () -> source.query("select 1 from pg_replication_slots where slot_name = 'cutover' and active"
                                        + " and confirmed_flush_lsn >= '" + now + "'")
                                .size()
                        == 1,
                PATIENCE,
                () -> "the target has not caught up");
    }
}
