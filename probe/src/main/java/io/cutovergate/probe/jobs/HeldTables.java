package io.cutovergate.probe.jobs;

import io.cutovergate.harness.config.Jobs;
import io.cutovergate.probe.sql.Identifier;
import java.util.Objects;

/**
 * Which rows of a queue library's tables are jobs that a worker holds.
 *
 * @param from the table, with what is joined to it
 * @param held the condition
 * @param silence since when the worker that holds it has given no sign of life, as an expression of SQL
 */
record HeldTables(String from, String held, String silence) {

    private static final String UTC = "now() at time zone 'UTC'";

    /** The statement for the queue: columns {@code held} and {@code silence}, the latter in whole seconds. */
    static String held(Jobs jobs) {
        return jobs.queue() == Jobs.Queue.QUERY
                ? Objects.requireNonNull(jobs.held())
                : of(jobs.queue(), jobs.schema(), jobs.tablePrefix()).statement();
    }

    private static HeldTables of(Jobs.Queue queue, String schema, String prefix) {
        return switch (queue) {
            // db-scheduler 16, JdbcTaskRepository: pick() and the heartbeats of a running execution write
            // last_heartbeat.
            case DB_SCHEDULER ->
                new HeldTables(Identifier.quote(schema, "scheduled_tasks"), "picked", "now() - last_heartbeat");
            // JobRunr 8, UpdateJobsInProgressTask: servers update the jobs that they process again and again.
            case JOBRUNR ->
                new HeldTables(Identifier.quote(schema, "jobrunr_jobs"), "state = 'PROCESSING'", UTC + " - updatedat");
            // Quartz 2.5, tables_postgres.sql and StdJDBCConstants: of a cluster each instance checks in; without one
            // there is
            // no row for it, and nothing but the time of firing.
            case QUARTZ ->
                new HeldTables(
                        Identifier.quote(schema, prefix + "fired_triggers") + " f left join "
                                + Identifier.quote(schema, prefix + "scheduler_state")
                                + " s on s.sched_name = f.sched_name and s.instance_name = f.instance_name",
                        "true",
                        "now() - to_timestamp(coalesce(s.last_checkin_time, f.fired_time) / 1000.0)");
            // pg-boss, plans.ts: a job gives no sign of life, and may be active for expire_seconds (11), expire_in (10)
            // or
            // expirein (9); whoever maintains the queue fails it after that.
            case PG_BOSS ->
                new HeldTables(
                        Identifier.quote(schema, "job") + " j",
                        "state::text = 'active'",
                        "now() - started_on - coalesce(make_interval(secs => (to_jsonb(j) ->> 'expire_seconds')::float),"
                                + " (to_jsonb(j) ->> 'expire_in')::interval, (to_jsonb(j) ->> 'expirein')::interval)");
            case QUERY, SIDEKIQ, REDIS -> throw new IllegalStateException(queue + " does not tell which jobs are held");
        };
    }

    private String statement() {
        return """
                select count(*) as held,
                       coalesce(floor(extract(epoch from max(%s))), 0)::bigint as silence
                from %s
                where %s
                """.formatted(silence, from, held);
    }
}
