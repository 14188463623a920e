package io.cutovergate.probe.jobs;

import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Jobs.Lists.End;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.json.JsonBody;
import io.cutovergate.probe.redis.RedisReading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A queue in Redis: lists of jobs as JSON. */
record RedisQueue(RedisReading redis, Clock clock) {

    /**
     * Sidekiq, lib/sidekiq/api.rb: the set {@code queues} names the lists; jobs are pushed at their beginning and taken at
     * their end. {@code enqueued_at} is a whole number of milliseconds, and was seconds with a fraction before.
     */
    private static final String SINCE = "$.enqueued_at";

    /** Sidekiq's sorted sets of jobs that wait for their time, which is their score in seconds. */
    private static final List<String> LATER = List.of("schedule", "retry");

    /** Seconds since 1970 are below it until the year 5138, milliseconds above it since 1973. */
    private static final double MILLISECONDS = 1e11;

    Waiting waiting(Jobs jobs) {
        return jobs.queue() == Jobs.Queue.SIDEKIQ
                ? sidekiq()
                : lists(Objects.requireNonNull(jobs.lists()), jobs.lists().keys());
    }

    private Waiting sidekiq() {
        List<String> keys =
                redis.members("queues").stream().map(name -> "queue:" + name).toList();
        Waiting inLists = lists(new Jobs.Lists(keys, End.LAST, SINCE, null, List.of()), keys);
        Instant now = clock.instant();
        long depth = inLists.depth();
        Duration oldest = inLists.oldest();
        for (String set : LATER) {
            depth += redis.countUpTo(set, now.toEpochMilli() / 1000.0);
            Double first = redis.smallestScore(set);
            if (first != null) {
                oldest = longer(oldest, Duration.between(seconds(first), now));
            }
        }
        return new Waiting(depth, oldest, "LLEN and LINDEX -1 of " + keys + "; ZCOUNT and ZRANGE of " + LATER);
    }

    private Waiting lists(Jobs.Lists lists, List<String> keys) {
        int end = lists.oldest() == End.LAST ? -1 : 0;
        long depth = 0;
        Duration oldest = Duration.ZERO;
        List<String> questions = new ArrayList<>();
        for (String key : keys) {
            depth += redis.length(key);
            String job = redis.element(key, end);
            if (job != null) {
                oldest = longer(oldest, Duration.between(time(JsonBody.of(job), lists.since(), key), clock.instant()));
            }
            questions.add("LLEN " + key + ", LINDEX " + key + " " + end);
        }
        return new Waiting(depth, oldest, String.join("; ", questions));
    }

    private static Instant time(JsonBody job, String path, String list) {
        String text = job.text(path);
        if (text.matches("\\d+(\\.\\d+)?([eE]\\+?\\d+)?")) {
            double number = Double.parseDouble(text);
            return number > MILLISECONDS ? Instant.ofEpochMilli((long) number) : seconds(number);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unexamined(
                    "the oldest job of " + list + " says no time at " + path + " (jobs.lists.since): " + text, e);
        }
    }

    private static Instant seconds(double seconds) {
        return Instant.ofEpochMilli((long) (seconds * 1000));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
