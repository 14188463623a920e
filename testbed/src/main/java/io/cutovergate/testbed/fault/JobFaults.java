package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.Replica;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Wait;
import java.time.Duration;
import java.util.List;

/** Jobs are lost, not tried again, or run where they should not. */
final class JobFaults {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** So long that more runs are missing than a move of the schedule explains. */
    private static final String SILENCE = "55 s";

    private JobFaults() {}

    /** Whoever reads the parked jobs does not see them. */
    static Broken notParked(Installation installation) {
        Database database = installation.target().admin();
        database.execute(
                """
                create function testbed_unparked() returns trigger language plpgsql as $$
                begin
                    return null;
                end $$
                """,
                "create trigger testbed_unparked before insert on parked_jobs for each row"
                        + " execute function testbed_unparked()");
        return new Broken(
                "no row reaches parked_jobs", () -> database.execute("drop function testbed_unparked cascade"));
    }

    static Broken notRetried(Installation installation) {
        Replica worker = installation.target().worker();
        worker.redeploy("SHOP_JOB_RETRIES", "0");
        installation.target().awaitReady();
        return new Broken("the worker parks a job at its first failure", () -> {
            worker.redeploy("SHOP_JOB_RETRIES", "3");
            installation.target().awaitReady();
        });
    }

    /** As a worker of the source that somebody starts again, with a role of its own that the freeze does not stop. */
    static Broken sourceSchedulerLeftOn(Installation installation) {
        Replica worker = installation.source().worker();
        if (worker.service().wanted()) {
            throw new TestbedException("the source's worker runs: the jobs have not moved yet");
        }
        Database source = installation.source().admin();
        String before = one(source, "select now()");
        source.execute(CutoverFaults.NEVERTHELESS, CutoverFaults.HOLD_OUT);
        worker.service().up();
        Wait.until(
                () -> !one(source, "select count(*) from ticks where due_at > '" + before + "'")
                        .equals("0"),
                PATIENCE,
                () -> "the source's worker runs nothing by its schedule");
        return new Broken("the source's worker ticks again", () -> {
            worker.service().down();
            source.execute(
                    CutoverFaults.NEVERTHELESS,
                    "delete from ticks where due_at > '" + before + "'",
                    CutoverFaults.GIVE_IN);
        });
    }

    /** As a schedule that was lost: its next run is tomorrow. */
    static Broken scheduleLost(Installation installation) {
        Database target = installation.target().admin();
        Wait.until(
                () -> {
                    // Again and again: a run that just ended writes its next time.
                    target.execute("update scheduled_tasks set execution_time = now() + interval '1 day'"
                            + " where task_name = 'tick' and not picked");
                    return !one(
                                    target,
                                    "select count(*) from (select max(due_at) as last from ticks) t where last < now() - interval '"
                                            + SILENCE + "'")
                            .equals("0");
                },
                PATIENCE,
                () -> "the target's worker still ticks");
        return new Broken(
                "the next tick is tomorrow",
                () -> target.execute(
                        // those that are missing are made up for
                        "insert into ticks (due_at, worker) select due, 'testbed' from generate_series("
                                + "(select max(due_at) from ticks) + interval '5 s', now(), interval '5 s') due",
                        "update scheduled_tasks set execution_time = (select max(due_at) from ticks) + interval '5 s'"
                                + " where task_name = 'tick'"));
    }

    /** Something on the target takes some of what is put into its queue for its own, and forgets it. */
    static Broken lostInMove(Installation installation) {
        Database target = installation.target().admin();
        Moved moved = Moved.whenReached(
                installation,
                () -> target.execute(
                        CutoverFaults.NEVERTHELESS,
                        "create function testbed_lost() returns trigger language plpgsql as $$ begin return null; end $$",
                        "create trigger testbed_lost before insert on scheduled_tasks for each row"
                                + " when (new.task_name = 'review-mail' and new.task_instance like '%7')"
                                + " execute function testbed_lost()"));
        return new Broken("review mails of orders that end with 7 do not reach the target's queue", () -> {
            moved.cancel();
            target.execute(CutoverFaults.NEVERTHELESS, "drop function if exists testbed_lost cascade");
        });
    }

    /** A worker that nobody has stopped, because nobody knew of it. */
    static Broken heldAtSource(Installation installation) {
        Database source = installation.source().admin();
        source.execute("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,"
                + " last_heartbeat, version) values ('testbed-unknown', 'export', now(), true, 'worker-2', now(), 2)");
        return new Broken(
                "a second worker of the source is at work on a job",
                () -> source.execute(
                        CutoverFaults.NEVERTHELESS, "delete from scheduled_tasks where task_name = 'testbed-unknown'"));
    }

    private static String one(Database database, String sql) {
        List<String> rows = database.query(sql);
        return rows.get(0);
    }
}
