package io.cutovergate.probe.jobs;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.WorkInFlight;
import io.cutovergate.probe.redis.RedisProbe;
import io.cutovergate.probe.redis.RedisReading;
import io.cutovergate.probe.sql.NamedQuery;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the pieces of work of a queue or of a declared store, on either side. */
public record WorkReader(SqlProbe sql, RedisProbe redis) {

    /** What is still to be done, what is being done included. */
    public List<Piece> pending(WorkInFlight work, Side side) {
        if (work.isInRedis()) {
            try (RedisReading reading = open(work, side)) {
                return RedisWork.of(reading, work.jobs()).pending();
            }
        }
        try (Reading reading = sql.at(work.database(), side).reading()) {
            return PieceTables.of(work).pending(reading.in(work.schema()));
        }
    }

    /** Those of the identifiers that are known to the queue, be they to be done or, where it keeps that, ended. */
    public List<Piece> known(WorkInFlight work, Side side, Collection<String> ids) {
        if (work.isInRedis()) {
            Set<String> wanted = new HashSet<>(ids);
            return pending(work, side).stream()
                    .filter(piece -> wanted.contains(piece.id()))
                    .toList();
        }
        try (Reading reading = sql.at(work.database(), side).reading()) {
            return PieceTables.of(work).known(reading.in(work.schema()), ids);
        }
    }

    /** How often each was done, where the files declare who knows; empty where they do not. */
    public Map<String, Long> done(WorkInFlight work, Side side, Collection<String> ids) {
        if (work.store() == null || work.store().done() == null) {
            return Map.of();
        }
        NamedQuery query = NamedQuery.of(work.store().done(), "id");
        Map<String, Long> done = new HashMap<>();
        try (Reading reading = sql.at(work.database(), side).reading()) {
            reading.in(work.schema());
            for (String id : ids) {
                done.put(
                        id,
                        reading.row(work.key() + ".done", query.sql(), row -> row.getLong(1), query.parameters(id)));
            }
        }
        return done;
    }

    /** What workers hold now; {@link Unexamined} where the queue does not tell. */
    public List<String> held(WorkInFlight work, Side side) {
        if (work.isInRedis()) {
            try (RedisReading reading = open(work, side)) {
                return RedisWork.of(reading, work.jobs()).held();
            }
        }
        try (Reading reading = sql.at(work.database(), side).reading()) {
            return PieceTables.of(work).held(reading.in(work.schema()));
        }
    }

    /** Workers that would take the next piece that comes, where the queue knows them; else empty. */
    public List<String> takers(WorkInFlight work, Side side) {
        if (!work.isInRedis()) {
            return List.of();
        }
        try (RedisReading reading = open(work, side)) {
            return RedisWork.of(reading, work.jobs()).takers();
        }
    }

    private RedisReading open(WorkInFlight work, Side side) {
        return redis.reading(Objects.requireNonNull(work.jobs().cache()), side);
    }
}
