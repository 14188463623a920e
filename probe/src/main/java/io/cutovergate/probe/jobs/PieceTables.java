package io.cutovergate.probe.jobs;

import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.WorkInFlight;
import io.cutovergate.probe.sql.Identifier;
import io.cutovergate.probe.sql.Reading;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statements for the single pieces of a queue library's tables, or of a declared store.
 *
 * @param pieces gives id, kind, due and pending of every row; a declared one gives id, kind and due of what is pending, the
 *     latter two if it has them
 * @param held gives the identifiers of what workers hold
 * @param key that declares it; empty of a library
 */
record PieceTables(String pieces, @Nullable String held, String key) {

    static PieceTables of(WorkInFlight work) {
        Jobs.InFlight store = work.store();
        if (store != null) {
            return new PieceTables(store.pending(), store.held(), work.key());
        }
        Jobs jobs = work.jobs();
        return switch (jobs.queue()) {
            case DB_SCHEDULER -> dbScheduler(Identifier.quote(jobs.schema(), "scheduled_tasks"));
            case JOBRUNR ->
                jobRunr(
                        Identifier.quote(jobs.schema(), "jobrunr_jobs"),
                        Identifier.quote(jobs.schema(), "jobrunr_recurring_jobs"));
            case QUARTZ ->
                quartz(
                        Identifier.quote(jobs.schema(), jobs.tablePrefix() + "triggers"),
                        Identifier.quote(jobs.schema(), jobs.tablePrefix() + "fired_triggers"));
            case PG_BOSS -> pgBoss(Identifier.quote(jobs.schema(), "job"), Identifier.quote(jobs.schema(), "schedule"));
            case QUERY ->
                throw new Unexamined("jobs.waiting counts and names nothing, so nobody can tell what has moved: declare"
                        + " jobs.in-flight");
            case SIDEKIQ, REDIS -> throw new IllegalStateException(jobs.queue() + " has no tables");
        };
    }

    /**
     * db-scheduler 16, postgresql_tables.sql: a row goes when its execution is done. {@code RecurringTask.INSTANCE} is the only
     * instance of a task with a schedule, and gets another time with each start of a scheduler that has another schedule.
     */
    private static PieceTables dbScheduler(String tasks) {
        return new PieceTables(
                """
                select task_name || '/' || task_instance as id, task_name as kind,
                       case when task_instance <> 'recurring' then execution_time end as due, true as pending
                from %s
                """.formatted(tasks), "select task_name || '/' || task_instance from " + tasks + " where picked", "");
    }

    /** JobRunr 8, StateName: what failed for good, succeeded or was deleted stays for a while. Times are those of UTC. */
    private static PieceTables jobRunr(String jobs, String recurring) {
        return new PieceTables(
                """
                select id::text as id, jobsignature as kind,
                       case when state = 'SCHEDULED' then scheduledat at time zone 'UTC' end as due,
                       state in ('AWAITING', 'SCHEDULED', 'ENQUEUED', 'PROCESSING') as pending
                from %s
                union all
                select 'recurring/' || id, 'recurring', null, true from %s
                """.formatted(jobs, recurring), "select id::text from " + jobs + " where state = 'PROCESSING'", "");
    }

    /**
     * Quartz 2.5, tables_postgres.sql and Constants: COMPLETE fires no more, ERROR waits for a person. A trigger that fires
     * repeatedly gets its next time from who schedules it anew when an application starts.
     */
    private static PieceTables quartz(String triggers, String fired) {
        String id = "sched_name || '/' || trigger_group || '/' || trigger_name";
        return new PieceTables("""
                select %s as id, job_name as kind,
                       case when trigger_type = 'SIMPLE' and prev_fire_time < 0 then to_timestamp(next_fire_time / 1000.0) end as due,
                       trigger_state not in ('COMPLETE', 'ERROR', 'DELETED') as pending
                from %s
                """.formatted(id, triggers), "select " + id + " from " + fired, "");
    }

    /** pg-boss, plans.ts: states; timekeeper.ts: its own queues; a schedule has a key besides its name since version 11. */
    private static PieceTables pgBoss(String jobs, String schedules) {
        String ours = "name not like '\\_\\_pgboss\\_\\_%'";
        return new PieceTables(
                """
                select name || '/' || id as id, name as kind, start_after as due,
                       state::text in ('created', 'retry', 'active') as pending
                from %s where %s
                union all
                select 'schedule/' || name || coalesce('/' || nullif(to_jsonb(s) ->> 'key', ''), ''), 'schedule', null, true
                from %s s
                """.formatted(jobs, ours, schedules),
                "select name || '/' || id from " + jobs + " where state::text = 'active' and " + ours,
                "");
    }

    List<Piece> pending(Reading reading) {
        return key.isEmpty()
                ? reading.rows(
                        "pending work", "select id, kind, due from (" + pieces + ") p where pending", PieceRow::of)
                : reading.rows(key + ".pending", pieces, row -> PieceRow.declared(row, key));
    }

    List<Piece> known(Reading reading, Collection<String> ids) {
        if (!key.isEmpty()) {
            Set<String> wanted = new HashSet<>(ids);
            return pending(reading).stream()
                    .filter(piece -> wanted.contains(piece.id()))
                    .toList();
        }
        return reading.rows(
                "work that is known",
                "select id, kind, case when pending then due end from (" + pieces + ") p where id = any(?::text[])",
                PieceRow::of,
                (Object) ids.toArray(String[]::new));
    }

    List<String> held(Reading reading) {
        if (held == null) {
            throw new Unexamined(key + ".held is not declared, so nobody knows what is being worked on");
        }
        return reading.rows(key.isEmpty() ? "held work" : key + ".held", held, row -> PieceRow.text(row, 1));
    }
}
