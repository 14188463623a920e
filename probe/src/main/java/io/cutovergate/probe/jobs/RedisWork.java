package io.cutovergate.probe.jobs;

import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.json.JsonBody;
import io.cutovergate.probe.redis.RedisReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The single pieces of a queue in Redis. */
sealed interface RedisWork permits SidekiqWork, RedisWork.Listed {

    static RedisWork of(RedisReading redis, Jobs jobs) {
        return jobs.queue() == Jobs.Queue.SIDEKIQ
                ? new SidekiqWork(redis)
                : new Listed(redis, Objects.requireNonNull(jobs.lists()));
    }

    List<Piece> pending();

    /** What is being worked on; {@link Unexamined} where nobody tells. */
    List<String> held();

    /** Processes that take the next job that comes. */
    List<String> takers();

    /** Declared lists. */
    record Listed(RedisReading redis, Jobs.Lists lists) implements RedisWork {

        @Override
        public List<Piece> pending() {
            return pieces(Stream.concat(lists.keys().stream(), lists.processing().stream())
                    .toList());
        }

        private List<Piece> pieces(List<String> keys) {
            if (lists.id() == null) {
                throw new Unexamined("jobs.lists.id is not configured, so that a job cannot be told from another");
            }
            List<Piece> pieces = new ArrayList<>();
            for (String key : keys) {
                for (String job : redis.elements(key)) {
                    pieces.add(new Piece(text(job, lists.id(), key, "jobs.lists.id"), key, null));
                }
            }
            return pieces;
        }

        @Override
        public List<String> held() {
            if (lists.processing().isEmpty()) {
                throw new Unexamined("what a worker takes from a list in Redis is nowhere unless it moves it to another"
                        + " (jobs.lists.processing): nobody knows what is being worked on");
            }
            return pieces(lists.processing()).stream().map(Piece::id).toList();
        }

        @Override
        public List<String> takers() {
            return List.of();
        }
    }

    /** Of a job as JSON; {@link Unexamined} where nothing stands there. */
    static String text(String job, String path, String where, String key) {
        String text = JsonBody.of(job).text(path);
        if (text.equals(JsonBody.ABSENT)) {
            throw new Unexamined("a job of " + where + " has nothing at " + path + " (" + key + ")");
        }
        return text;
    }
}
