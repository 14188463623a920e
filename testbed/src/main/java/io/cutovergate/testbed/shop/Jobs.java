package io.cutovergate.testbed.shop;

import java.sql.SQLException;

/**
 * The names of the tasks that the worker executes, and how others ask for them: a row in db-scheduler's table, written in the caller's own
 * transaction, so that a job exists exactly when what it is about exists.
 */
final class Jobs {

    static final String PROBE = "probe";
    static final String FAILING_PROBE = "failing-probe";
    static final String ORDER_MAIL = "order-mail";
    static final String REVIEW_MAIL = "review-mail";
    static final String TICK = "tick";
    static final String HEARTBEAT = "heartbeat";

    private Jobs() {}

    /** Due at once; nothing happens when the same job waits already. */
    static void enqueue(Sql sql, String task, String instance) throws SQLException {
        sql.update(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values (?, ?, now(), false, 1) on conflict do nothing",
                task,
                instance);
    }
}
