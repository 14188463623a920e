package io.cutovergate.cutover;

import io.cutovergate.cutover.watch.Seen;
import io.cutovergate.cutover.watch.Write;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.checklist.Checklist.NoWriteLost;
import io.cutovergate.harness.evidence.Counted;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachWatchedWrite;
import io.cutovergate.harness.subject.WatchedEndpoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What became of every write of the watch. */
@NoWriteLost
@EachWatchedWrite
record LedgerChecks(WatchedEndpoint endpoint, Ledgers ledgers, Watches watches, Gate gate, Evidence evidence) {

    @Check("every write that was acknowledged stands on the side that serves now, exactly once and as it was written")
    void acknowledgedStand() {
        taken();
        Ledger ledger = ledgers.of(gate, endpoint);
        Counted counted = Counted.writes(
                endpoint.id(),
                evidence,
                "of " + ledger.acknowledgedCount() + " acknowledged, " + ledger.refusedCount() + " refused");
        Map<String, Boolean> doubt = ledger.inDoubt();
        if (!doubt.isEmpty()) {
            evidence.note(doubt.size() + " writes are in doubt, as their answer is missing or tells of an error; "
                    + doubt.values().stream().filter(there -> there).count() + " of them stand");
            evidence.attach("writes in doubt", "text/plain", lines(doubt));
        }
        evidence.forEach(
                List.<Runnable>of(
                        () -> counted.none("acknowledged writes that are lost", ledger.missing()),
                        () -> counted.none("writes that stand more than once", ledger.doubled()),
                        () -> counted.none("writes that differ between the sides", ledger.conflicting()),
                        () -> counted.none("refused writes that stand nevertheless", ledger.refusedButThere())),
                Runnable::run);
    }

    @Check("at no time both sides took writes")
    void onlyOneSideTook() {
        List<Taken> taken = taken();
        Seen serving = serving();
        Instant begun = taken.stream()
                .filter(one -> one.by() == serving)
                .map(Taken::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<String> late = taken.stream()
                .filter(one -> one.by() != serving && one.at().isAfter(begun))
                .map(one -> one.write().id() + " by " + one.by())
                .toList();
        Counted.writes(endpoint.id(), evidence, "of " + taken.size() + " acknowledged")
                .none("writes that the other side took after the first of the " + serving, late);
    }

    /**
     * What was acknowledged, by whom and when. {@link Unexamined} where that cannot be told, or where the side that serves now
     * took nothing: then nothing was written after the move, and a loss would not show.
     */
    private List<Taken> taken() {
        List<Taken> taken = watches.of(gate).stream()
                .flatMap(record -> record.writes().getOrDefault(endpoint.name(), List.of()).stream()
                        .filter(write -> write.answered() == Write.Answered.ACKNOWLEDGED)
                        .map(write ->
                                new Taken(write, record.at(write.observation().done()))))
                .toList();
        long unknown = taken.stream().filter(one -> one.by() == Seen.UNKNOWN).count();
        if (unknown > 0) {
            throw new Unexamined(unknown + " of " + taken.size() + " acknowledged writes of " + endpoint.name()
                    + " do not tell which side took them (watch.side)");
        }
        if (taken.stream().noneMatch(one -> one.by() == serving())) {
            throw new Unexamined("the " + serving() + " acknowledged no write of " + endpoint.name()
                    + " in the whole watch (" + taken.size() + " were acknowledged in all): it does not show the move");
        }
        return taken;
    }

    private Seen serving() {
        return gate == Gate.ROLLBACK ? Seen.SOURCE : Seen.TARGET;
    }

    private record Taken(Write write, Instant at) {
        private Seen by() {
            return write.observation().seen();
        }
    }

    private static String lines(Map<String, Boolean> doubt) {
        StringBuilder lines = new StringBuilder();
        doubt.forEach((id, there) -> lines.append(id).append(there ? " stands\n" : " does not stand\n"));
        return lines.toString();
    }
}
