package io.cutovergate.cutover;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.WorkInFlightMoved;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.evidence.Counted;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachWorkInFlight;
import io.cutovergate.harness.subject.WorkInFlight;
import io.cutovergate.probe.jobs.Piece;
import io.cutovergate.probe.jobs.WorkReader;
import io.cutovergate.probe.redis.RedisProbe;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the source had still to do when it was frozen, and whether the target will do it, once. */
@WorkInFlightMoved
@EachWorkInFlight
record WorkChecks(WorkInFlight work, SqlProbe sql, RedisProbe redis, Evidence evidence) {

    private static final String ONCE = "fixed; work that was promised is done once";

    @Check("what is pending on the source is pending on the target, once and for the same time, or was done there once")
    void standsOrIsDone() {
        WorkReader reader = new WorkReader(sql, redis);
        List<Piece> pending = moving(reader.pending(work, Side.SOURCE));
        Set<String> ids = pending.stream().map(Piece::id).collect(Collectors.toSet());
        MovedWork moved =
                MovedWork.of(pending, reader.known(work, Side.TARGET, ids), reader.done(work, Side.TARGET, ids));
        evidence.attach("pending work of " + work, "text/plain", lines(pending));
        Counted counted = new Counted(work.id(), evidence, "of " + kinds(pending), ONCE);
        evidence.forEach(
                List.<Runnable>of(
                        () -> counted.none("pieces that the target has not", moved.missing()),
                        () -> counted.none("pieces that the target has more than once", moved.doubled()),
                        () -> counted.none("pieces for another time", moved.misdated())),
                Runnable::run);
    }

    @Check("nothing is being worked on at the source any more, so that nothing is done on both sides")
    void nothingRunsAtTheSource() {
        WorkReader reader = new WorkReader(sql, redis);
        evidence.forEach(
                List.<Runnable>of(
                        () -> new Counted(
                                        work.id(),
                                        evidence,
                                        "held by a worker, or left so by one that ended in it",
                                        ONCE)
                                .none("pieces that a worker holds", reader.held(work, Side.SOURCE)),
                        () -> new Counted(work.id(), evidence, "that the queue knows", ONCE)
                                .none("workers that take the next piece", reader.takers(work, Side.SOURCE))),
                Runnable::run);
    }

    /** Without those that are declared to stay. */
    private List<Piece> moving(List<Piece> pending) {
        Map<String, Jobs.Stay> stays = work.jobs().stays().stream()
                .collect(Collectors.toMap(Jobs.Stay::job, stay -> stay, (one, same) -> one));
        stays.values().forEach(stay -> {
            long count = pending.stream()
                    .filter(piece -> piece.kind().equals(stay.job()))
                    .count();
            if (count > 0) {
                evidence.note(count + " of " + stay.job() + " stay on the source: " + stay.why() + " (" + stay.owner()
                        + "; jobs.stays)");
            }
        });
        return pending.stream()
                .filter(piece -> !stays.containsKey(piece.kind()))
                .toList();
    }

    private static String kinds(List<Piece> pending) {
        if (pending.isEmpty()) {
            return "none that was pending on the source";
        }
        Map<String, Long> kinds = pending.stream().collect(Collectors.groupingBy(Piece::kind, Collectors.counting()));
        return pending.size() + " that were pending on the source ("
                + kinds.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(kind -> kind.getValue() + " " + kind.getKey())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private static String lines(List<Piece> pending) {
        return pending.stream().map(Piece::toString).sorted().collect(Collectors.joining("\n"));
    }
}
