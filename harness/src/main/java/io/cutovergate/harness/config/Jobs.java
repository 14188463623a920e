package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Background jobs. */
@Section("Background jobs.")
public record Jobs(
        @Key("The queue library, whose tables or keys are read.")
        Queue queue,

        @Key(value = "Database that holds the queue, and the effects of jobs.", byDefault = "main")
        String database,

        @Key(value = "Schema of the queue's tables; pg-boss calls its own pgboss.", byDefault = "public")
        String schema,

        @Key(value = "What the names of Quartz's tables begin with.", byDefault = "qrtz_")
        String tablePrefix,

        @Key(value = "Cache under SIDE.caches that holds the queue of sidekiq or redis.", example = "queue") @Nullable
        String cache,

        @Key(
                value =
                        "With queue: query. One row: how many jobs are due, and for how many seconds the oldest of them has been.",
                example = "select count(*), extract(epoch from now() - min(run_at)) from jobs where run_at <= now()")
        @Nullable
        String waiting,

        @Key(
                value =
                        "With queue: query. One row: how many jobs workers hold, and for how many seconds the one that is silent for longest has given no sign of life; without it that is not examined.",
                example =
                        "select count(*), extract(epoch from now() - min(locked_at)) from jobs where locked_at is not null")
        @Nullable
        String held,

        @Key("With queue: redis. Where the jobs are.") @Nullable
        Lists lists,

        @Key("A harmless job with an effect that can be seen.") @Nullable
        Probe probe,

        @Key("A harmless job that fails.") @Nullable Failing failing,

        @Key("Jobs that run by a schedule, by name.") Map<String, Schedule> scheduled) {

    public Jobs {
        if ((queue == Queue.QUERY) != (waiting != null)) {
            throw new IllegalArgumentException("waiting belongs to queue: query, and is needed there");
        }
        if (queue != Queue.QUERY && held != null) {
            throw new IllegalArgumentException("held belongs to queue: query");
        }
        if ((queue == Queue.REDIS) != (lists != null)) {
            throw new IllegalArgumentException("lists belongs to queue: redis, and is needed there");
        }
        if (queue.isInRedis() != (cache != null)) {
            throw new IllegalArgumentException("cache belongs to queue: sidekiq and redis, and is needed there");
        }
    }

    /** Queue libraries whose tables or keys are read. */
    public enum Queue {
        DB_SCHEDULER,
        JOBRUNR,
        QUARTZ,
        PG_BOSS,
        SIDEKIQ,
        /** Any other in a database. */
        QUERY,
        /** Any other in Redis. */
        REDIS;

        public boolean isInRedis() {
            return this == SIDEKIQ || this == REDIS;
        }
    }

    @Section("Lists in Redis that hold a queue's jobs as JSON.")
    public record Lists(
            @Key(value = "Names of the lists.", example = "[queue:mail]")
            List<String> keys,

            @Key(value = "Which end of a list is taken first.", byDefault = "last")
            End oldest,

            @Key(
                    value =
                            "JSONPath of the time since when a job waits: seconds or milliseconds since 1970, or text in ISO 8601.",
                    example = "$.enqueued_at")
            String since) {

        /** An end of a list. */
        public enum End {
            FIRST,
            LAST
        }
    }

    @Section("A harmless job with an effect that can be seen. {id} stands for an identifier made for each run.")
    public record Probe(
            @Key("Service that takes the request.") String service,

            @Key(
                    value = "Request that enqueues it.",
                    example = "{ post: /api/jobs/probe, body: { id: \"{id}\" }, status: 202 }")
            Request enqueue,

            @Key(
                    value = "Query of the queue's database that counts the effects.",
                    example = "select count(*) from job_effects where id = :id")
            @Nullable
            String effect,

            @Key("Where the effect is seen instead, over HTTP below SIDE.effects.") @Nullable
            EffectAt effectAt,

            @Key(value = "Time until the effect.", byDefault = "30s")
            Duration within,

            @Key(value = "Time in which it must not happen again.", byDefault = "3s")
            Duration settle) {

        public Probe {
            if ((effect == null) == (effectAt == null)) {
                throw new IllegalArgumentException("exactly one of effect and effect-at is needed");
            }
        }
    }

    @Section("An effect that is seen over HTTP: a mail in a mailbox, or an object.")
    public record EffectAt(
            @Key(value = "Path and query below SIDE.effects.url.", example = "/api/v1/search?query={id}")
            String get,

            @Key(
                    value =
                            "JSONPath of the effects, or of their number; without it 200 is one effect and 404 is none.",
                    example = "$.messages")
            @Nullable
            String count) {}

    @Section("A harmless job that fails. {id} stands for an identifier made for each run.")
    public record Failing(
            @Key("Service that takes the request.") String service,

            @Key(
                    value = "Request that enqueues it.",
                    example = "{ post: /api/jobs/probe, body: { id: \"{id}\", fail: true }, status: 202 }")
            Request enqueue,

            @Key(
                    value =
                            "Query of the queue's database that gives, once it is parked (a dead letter), one row: how often it was tried.",
                    example = "select attempts from parked_jobs where id = :id")
            String parked,

            @Key(value = "How often it must at least have been tried.", byDefault = "2")
            int attempts,

            @Key(value = "Time until it is parked, with all its retries.", byDefault = "2m")
            Duration within) {}

    @Section("A job that runs by a schedule.")
    public record Schedule(
            @Key(value = "Time from one run to the next.", example = "15m")
            Duration every,

            @Key(
                    value =
                            "Query of the queue's database that gives a row for each run since :since: when it was due, the same on both sides.",
                    example = "select due_at from reports where due_at >= :since")
            String runs,

            @Key(value = "How late a run may be.", byDefault = "1m")
            Duration late,

            @Key(value = "How far back runs are looked at.", byDefault = "1d")
            Duration over) {}
}
