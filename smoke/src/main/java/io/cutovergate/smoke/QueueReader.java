package io.cutovergate.smoke;

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
record QueueReader(SqlProbe sql, RedisProbe redis) {

    Waiting waiting(JobQueue queue) {
        return queue.jobs().queue().isInRedis() ? inRedis(queue) : inDatabase(queue);
    }

    private Waiting inDatabase(JobQueue queue) {
        try (Reading reading =
                sql.at(queue.jobs().database(), queue.vantage().side()).reading()) {
            return inDatabase(reading.in(queue.jobs().schema()), queue.jobs());
        }
    }

    /** A statement that users declare gives its columns in the same order. */
    static Waiting inDatabase(Reading reading, Jobs jobs) {
        String statement = QueueTables.waiting(jobs);
        return reading.row(
                "waiting jobs",
                statement,
                row -> new Waiting(depth(row), Duration.ofSeconds(Math.max(0, (long) row.getDouble(2))), statement));
    }

    /** NULL is no number of jobs, as a sum over nothing gives it. */
    private static long depth(ResultSet row) throws SQLException {
        long depth = row.getLong(1);
        if (row.wasNull()) {
            throw new Unexamined("the number of waiting jobs is NULL (jobs.waiting)");
        }
        return depth;
    }

    private Waiting inRedis(JobQueue queue) {
        try (RedisReading reading = redis.reading(queue.name(), queue.vantage().side())) {
            return new RedisQueue(reading, Clock.systemUTC()).waiting(queue.jobs());
        }
    }
}
