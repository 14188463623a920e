package io.cutovergate.bench.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * When a process itself stood still, by a thread of it that does nothing but look at the clock. A machine that is shared
 * stops a service as truly as a signal does: the outage is real, though nobody meant it.
 */
final class Stalls {

    /** Between two looks at the clock. */
    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(2);

    /** Shortest that is written down, microseconds. */
    private static final long SHORTEST = 50_000;

    private final List<Moment> seen = new ArrayList<>();

    private Stalls() {}

    /** Looks from now on, for as long as this process lives. */
    static Stalls watch() {
        Stalls stalls = new Stalls();
        Thread thread = new Thread(stalls::look, "stalls");
        thread.setDaemon(true);
        thread.start();
        return stalls;
    }

    /** As {@link #toString} printed them. */
    static List<Moment> of(String text) {
        return text.isBlank()
                ? List.of()
                : List.of(text.split(",", -1)).stream().map(Moment::of).toList();
    }

    private void look() {
        long before = Moment.now();
        while (true) {
            LockSupport.parkNanos(EVERY);
            long now = Moment.now();
            if (now - before > SHORTEST) {
                add(new Moment(before, now));
            }
            before = now;
        }
    }

    private synchronized void add(Moment stall) {
        seen.add(stall);
    }

    synchronized List<Moment> seen() {
        return List.copyOf(seen);
    }

    @Override
    public String toString() {
        return seen().stream()
                .map(stall -> stall.before() + " " + stall.after())
                .collect(Collectors.joining(","));
    }
}
