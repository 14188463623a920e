package io.cutovergate.smoke;

import io.cutovergate.harness.config.Jobs;
import io.cutovergate.probe.sql.Identifier;

/**
 * Which rows of a queue library's table are jobs that could run now.
 *
 * @param table the library's own name for it
 * @param isDue the condition
 * @param since the column that says since when
 */
record QueueTables(String table, String isDue, String since) {

    static QueueTables of(Jobs.Queue queue) {
        return switch (queue) {
            // db-scheduler 16: postgresql_tables.sql; an execution is due when nobody has picked it and its time has
            // come.
            case DB_SCHEDULER ->
                new QueueTables("scheduled_tasks", "not picked and execution_time <= now()", "execution_time");
            // JobRunr 8: a scheduled job becomes ENQUEUED when its time has come, and that moment is updatedAt.
            case JOBRUNR -> new QueueTables("jobrunr_jobs", "state = 'ENQUEUED'", "updatedat");
        };
    }

    /** Counts them; columns {@code depth} and {@code oldest}, in whole seconds. */
    String waiting(String schema) {
        return """
                select count(*) as depth,
                       coalesce(floor(extract(epoch from now() - min(%s))), 0)::bigint as oldest
                from %s
                where %s
                """.formatted(since, Identifier.quote(schema, table), isDue);
    }
}
