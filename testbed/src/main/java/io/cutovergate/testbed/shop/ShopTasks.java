package io.cutovergate.testbed.shop;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * What the worker does: tasks of {@link Jobs}. One that fails is tried again, with three retries after 0.5, 1 and 2 s, then
 * parked.
 */
record ShopTasks(DataSource pool, Mailer mailer, String worker, int retries, JsonLog log, Metrics metrics) {

    /** Something done on one connection, about one job. */
    private interface Work {
        void run(Sql sql, String instance) throws SQLException, IOException;
    }

    List<Task<?>> oneTime() {
        return List.of(
                oneTime(
                        Jobs.PROBE,
                        (sql, id) -> sql.update("insert into job_effects (probe, worker) values (?, ?)", id, worker)),
                oneTime(Jobs.FAILING_PROBE, (sql, id) -> {
                    throw new IOException("this job was asked to fail");
                }),
                oneTime(Jobs.ORDER_MAIL, this::mail),
                oneTime(Jobs.REVIEW_MAIL, this::invite));
    }

    /** Every five seconds by the clock, so that a period has one name wherever it is executed. */
    RecurringTask<Void> recurring() {
        return Tasks.recurring(Jobs.TICK, Schedules.cron("0/5 * * * * *", ZoneOffset.UTC))
                .execute((task, context) -> run(
                        Jobs.TICK,
                        task.getId(),
                        (sql, id) -> sql.update(
                                "insert into ticks (due_at, worker) values (?, ?)",
                                context.getExecution().getExecutionTime().atOffset(ZoneOffset.UTC),
                                worker)));
    }

    /** Every second the time, for whoever follows this database; no line in the log for each. */
    RecurringTask<Void> heartbeat() {
        return Tasks.recurring(Jobs.HEARTBEAT, Schedules.fixedDelay(Duration.ofSeconds(1)))
                .execute((task, context) -> {
                    try (Connection connection = pool.getConnection()) {
                        new Sql(connection)
                                .update(
                                        "insert into heartbeat (writer, beat_at) values (?, clock_timestamp())"
                                                + " on conflict (writer) do update set beat_at = excluded.beat_at",
                                        worker);
                    } catch (SQLException e) {
                        throw new IllegalStateException("no heartbeat: " + e.getMessage(), e);
                    }
                });
    }

    private OneTimeTask<Void> oneTime(String name, Work work) {
        return Tasks.oneTime(name)
                .onFailure(FailureHandler.<Void>maxRetries(retries)
                        .withBackoff(Duration.ofMillis(500), 2)
                        .then(this::park))
                .execute((task, context) -> run(name, task.getId(), work));
    }

    private void run(String name, String instance, Work work) {
        try (Connection connection = pool.getConnection()) {
            work.run(new Sql(connection), instance);
            metrics.count("jobs_total", "task=\"" + name + "\",result=\"done\"");
            log.info(Map.of("event", "job", "task", name, "id", instance));
        } catch (SQLException | IOException e) {
            metrics.count("jobs_total", "task=\"" + name + "\",result=\"failed\"");
            log.error(e, Map.of("event", "job", "task", name, "id", instance));
            throw new IllegalStateException(name + " " + instance + ": " + e.getMessage(), e);
        }
    }

    /** Keeps what is known of a job that failed once too often, and takes it out of the queue. */
    private void park(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        String name = complete.getExecution().taskInstance.getTaskName();
        String id = complete.getExecution().taskInstance.getId();
        try (Connection connection = pool.getConnection()) {
            new Sql(connection)
                    .update(
                            "insert into parked_jobs (task_name, task_instance, attempts, error) values (?, ?, ?, ?)",
                            name,
                            id,
                            complete.getExecution().consecutiveFailures + 1,
                            complete.getCause().map(Throwable::getMessage).orElse(null));
        } catch (SQLException e) {
            throw new IllegalStateException(name + " " + id + " not parked: " + e.getMessage(), e);
        }
        operations.remove();
        metrics.count("jobs_total", "task=\"" + name + "\",result=\"parked\"");
        log.info(Map.of("event", "parked", "task", name, "id", id));
    }

    private void mail(Sql sql, String order) throws SQLException, IOException {
        record Letter(String to, String total) {}
        var letter = sql.first(
                row -> new Letter(row.getString(1), row.getString(2)),
                "select u.email, o.total || ' ' || o.currency from orders o join users u on u.id = o.user_id where o.id = ?",
                Long.parseLong(order));
        // no order: its customer withdrew it before we came to write
        if (letter.isPresent()) {
            mailer.send(
                    letter.get().to(),
                    "Your order " + order,
                    "We have your order " + order + " over " + letter.get().total() + ".\n");
        }
    }

    /** Some days later, whether a customer likes what was ordered. */
    private void invite(Sql sql, String order) throws SQLException, IOException {
        var customer = sql.first(
                row -> row.getString(1),
                "select u.email from orders o join users u on u.id = o.user_id where o.id = ?",
                Long.parseLong(order));
        if (customer.isPresent()) {
            mailer.send(
                    customer.get(), "How do you like it?", "Tell others what you think of your order " + order + ".\n");
        }
    }
}
