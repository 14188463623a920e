package io.cutovergate.probe.jobs;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.json.JsonBody;
import io.cutovergate.probe.redis.RedisReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sidekiq's jobs (lib/sidekiq/api.rb): those of the lists {@code queue:…}, those that wait for their time in {@code schedule} and
 * {@code retry}, and those that its processes have taken. The dead set waits for a person.
 */
record SidekiqWork(RedisReading redis) implements RedisWork {

    private static final List<String> LATER = List.of("schedule", "retry");

    @Override
    public List<Piece> pending() {
        List<String> queues = redis.members("queues");
        List<Piece> pieces = new ArrayList<>();
        for (String queue : queues) {
            for (String job : redis.elements("queue:" + queue)) {
                pieces.add(piece(job, null));
            }
        }
        for (String set : LATER) {
            for (Map.Entry<String, Double> job : redis.scored(set)) {
                pieces.add(piece(job.getKey(), Instant.ofEpochMilli(Math.round(job.getValue() * 1000))));
            }
        }
        if (queues.isEmpty() && pieces.isEmpty() && redis.value("stat:processed") == null) {
            throw new Unexamined("there is no trace of Sidekiq (neither queues nor stat:processed): this is not the"
                    + " Redis, or not the database of it, that it uses (jobs.cache)");
        }
        return pieces;
    }

    /** By the processes' heartbeats, which are up to 10 s old. */
    @Override
    public List<String> held() {
        List<String> held = new ArrayList<>();
        for (String process : redis.members("processes")) {
            // :workers before version 7
            for (String key : List.of(":work", ":workers")) {
                for (String work : redis.values(process + key)) {
                    held.add(jid(payload(work)) + " (" + process + ")");
                }
            }
        }
        return held;
    }

    /** A process that is quiet, or whose key has expired because it died, takes none. */
    @Override
    public List<String> takers() {
        return redis.members("processes").stream()
                .filter(process -> redis.field(process, "info") != null)
                .filter(process -> !"true".equals(redis.field(process, "quiet")))
                .toList();
    }

    private static Piece piece(String job, @Nullable Instant due) {
        JsonBody body = JsonBody.of(job);
        // ActiveJob wraps its own class
        String wrapped = body.text("$.wrapped");
        return new Piece(jid(job), wrapped.equals(JsonBody.ABSENT) ? body.text("$.class") : wrapped, due);
    }

    private static String jid(String job) {
        return RedisWork.text(job, "$.jid", "Sidekiq", "jid");
    }

    /** The job itself, which stands there as a text since version 6 and as an object before. */
    private static String payload(String work) {
        return JsonBody.of(work).text("$.payload");
    }
}
