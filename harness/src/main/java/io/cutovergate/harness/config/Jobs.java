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

        @Key("Jobs that run by a schedule, by name.") Map<String, Schedule> scheduled,

        @Key(
                "Other stores of work in flight, by name: an outbox of unsent mail, or a queue that is not known here. The queue's own jobs need no words where its library is known.")
        Map<String, InFlight> inFlight,

        @Key("Jobs that do not move with the others.") List<Stay> stays) {

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
            String since,

            @Key(
                    value =
                            "JSONPath of what tells a job from all others, on both sides; without it nobody can tell whether it has moved.",
                    example = "$.id")
            @Nullable
            String id,

            @Key(
                    value =
                            "Lists into which workers move what they take (RPOPLPUSH, LMOVE) until it is done; without them nobody knows what is being worked on.",
                    example = "[queue:mail:processing]")
            List<String> processing) {

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

    @Section("A store of work that is still to be done, read with schema as search path.")
    public record InFlight(
            @Key(value = "Database that holds it.", byDefault = "main")
            String database,

            @Key(value = "Schema of its tables.", byDefault = "public")
            String schema,

            @Key(
                    value =
                            "Query that gives a row for each piece that is still to be done: its id, the same on both sides, and then, if there are, what it is and when it is due.",
                    example = "select id, kind, send_at from outbox where sent_at is null")
            String pending,

            @Key(
                    value =
                            "Query that counts how often the piece :id was done; asked of the target. Without it a piece must still be pending there.",
                    example = "select count(*) from outbox where id::text = :id and sent_at is not null")
            @Nullable
            String done,

            @Key(
                    value =
                            "Query that gives the id of each piece that is being worked on; without it nobody knows whether any is.",
                    example = "select id from outbox where locked_at is not null and sent_at is null")
            @Nullable
            String held) {}

    @Section("A job that does not move with the others.")
    public record Stay(
            @Key(
                    value =
                            "What the queue calls this kind of jobs: the task, the class, the queue or the second column of `pending`.",
                    example = "heartbeat")
            String job,

            @Key("Why it stays.") String why,
            @Key("Who answers for it.") String owner) {}
}
