package io.cutovergate.cutover.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;

/**
 * The moment that the times of a record count from. The wall clock is read once, here; everything else is the monotonic
 * clock, which no time server moves.
 *
 * @param nanos by {@link System#nanoTime}
 */
record Anchor(long nanos, Instant wall) {

    static Anchor now() {
        return new Anchor(System.nanoTime(), Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** Microseconds since the anchor. */
    long micros(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMicros(nanoTime - nanos);
    }

    /** Microseconds since the anchor, now. */
    long micros() {
        return micros(System.nanoTime());
    }
}
