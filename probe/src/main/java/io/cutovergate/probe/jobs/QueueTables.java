package io.cutovergate.probe.jobs;

import io.cutovergate.harness.config.Jobs;
import io.cutovergate.probe.sql.Identifier;

/**
 * Which rows of a queue library's table are jobs that could run now.
 *
 * @param table the library's own name for it
 * @param isDue the condition
 * @param since the time since when, as an expression of SQL
 */
record QueueTables(String table, String isDue, String since) {

    /** What JobRunr writes by the clock of UTC into columns without a time zone. */
    private static final String UTC = "now() at time zone 'UTC'";

    /** The statement for the queue: columns {@code depth} and {@code oldest}, the latter in whole seconds. */
    static String waiting(Jobs jobs) {
        return jobs.waiting() != null
                ? jobs.waiting()
                : of(jobs.queue(), jobs.tablePrefix()).statement(jobs.schema());
    }

    private static QueueTables of(Jobs.Queue queue, String prefix) {
        return switch (queue) {
            // db-scheduler 16: postgresql_tables.sql; an execution is due when nobody has picked it and its time has
            // come.
            case DB_SCHEDULER ->
                new QueueTables("scheduled_tasks", "not picked and execution_time <= now()", "now() - execution_time");
            // JobRunr 8: a job becomes ENQUEUED when its time has come, and that moment is updatedAt; one that is still
            // SCHEDULED then has no server that enqueues it.
            case JOBRUNR ->
                new QueueTables(
                        "jobrunr_jobs",
                        "state = 'ENQUEUED' or (state = 'SCHEDULED' and scheduledat <= " + UTC + ")",
                        UTC + " - case when state = 'ENQUEUED' then updatedat else scheduledat end");
            // Quartz 2.5, tables_postgres.sql and Constants: times in milliseconds; BLOCKED waits for another run of
            // its job to end, ACQUIRED is being fired, PAUSED is meant to wait.
            case QUARTZ ->
                new QueueTables(
                        prefix + "triggers",
                        "trigger_state in ('WAITING', 'BLOCKED') and next_fire_time <= extract(epoch from now()) * 1000",
                        "now() - to_timestamp(next_fire_time / 1000.0)");
            // pg-boss, plans.ts: states before active are created and retry.
            case PG_BOSS ->
                new QueueTables(
                        "job", "state::text in ('created', 'retry') and start_after <= now()", "now() - start_after");
            case QUERY, SIDEKIQ, REDIS -> throw new IllegalStateException(queue + " has no tables that are known");
        };
    }

    private String statement(String schema) {
        return """
                select count(*) as depth,
                       coalesce(floor(extract(epoch from max(%s))), 0)::bigint as oldest
                from %s
                where %s
                """.formatted(since, Identifier.quote(schema, table), isDue);
    }
}
