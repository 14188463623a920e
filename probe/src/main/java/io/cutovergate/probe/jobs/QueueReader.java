package io.cutovergate.probe.jobs;

import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.JobQueue;
import io.cutovergate.probe.redis.RedisProbe;
import io.cutovergate.probe.redis.RedisReading;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Reads what waits in a queue, wherever it is kept. */
public record QueueReader(SqlProbe sql, RedisProbe redis) {

    public Waiting waiting(JobQueue queue) {
        return queue.jobs().queue().isInRedis() ? inRedis(queue) : inDatabase(queue);
    }

    /** The jobs that workers hold; their oldest is the one whose worker is silent for longest. */
    public Waiting held(JobQueue queue) {
        try (Reading reading =
                sql.at(queue.jobs().database(), queue.vantage().side()).reading()) {
            return held(reading.in(queue.jobs().schema()), queue.jobs());
        }
    }

    static Waiting held(Reading reading, Jobs jobs) {
        return row(reading, "held jobs", HeldTables.held(jobs), "jobs.held");
    }

    private Waiting inDatabase(JobQueue queue) {
        try (Reading reading =
                sql.at(queue.jobs().database(), queue.vantage().side()).reading()) {
            return inDatabase(reading.in(queue.jobs().schema()), queue.jobs());
        }
    }

    /** A statement that users declare gives its columns in the same order. */
    static Waiting inDatabase(Reading reading, Jobs jobs) {
        return row(reading, "waiting jobs", QueueTables.waiting(jobs), "jobs.waiting");
    }

    private static Waiting row(Reading reading, String what, String statement, String key) {
        return reading.row(
                what,
                statement,
                row -> new Waiting(
                        number(row, what, key), Duration.ofSeconds(Math.max(0, (long) row.getDouble(2))), statement));
    }

    /** NULL is no number of jobs, as a sum over nothing gives it. */
    private static long number(ResultSet row, String what, String key) throws SQLException {
        long depth = row.getLong(1);
        if (row.wasNull()) {
            throw new Unexamined("the number of " + what + " is NULL (" + key + ")");
        }
        return depth;
    }

    private Waiting inRedis(JobQueue queue) {
        try (RedisReading reading = redis.reading(queue.name(), queue.vantage().side())) {
            return new RedisQueue(reading, Clock.systemUTC()).waiting(queue.jobs());
        }
    }
}
