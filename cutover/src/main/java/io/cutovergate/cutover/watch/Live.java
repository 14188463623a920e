package io.cutovergate.cutover.watch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the watch saw last, for a terminal. */
public final class Live {

    private final Map<Series, Counted> series = new LinkedHashMap<>();

    private record Counted(long asked, long bad, Outcome last, Seen seen) {}

    synchronized void saw(Series of, Caller.Answer answer) {
        boolean bad = !answer.outcome().served() && answer.outcome() != Outcome.READ_ONLY;
        series.merge(
                of,
                new Counted(1, bad ? 1 : 0, answer.outcome(), answer.seen()),
                (before, now) -> new Counted(before.asked() + 1, before.bad() + now.bad(), now.last(), now.seen()));
    }

    /** {@code products/new ok by source, 840 asked, 2 bad}, each endpoint. */
    @Override
    public synchronized String toString() {
        return series.entrySet().stream()
                .map(entry -> entry.getKey().id() + " " + entry.getValue().last() + " by "
                        + entry.getValue().seen() + ", " + entry.getValue().asked() + " asked, "
                        + entry.getValue().bad() + " bad")
                .collect(Collectors.joining("; "));
    }
}
