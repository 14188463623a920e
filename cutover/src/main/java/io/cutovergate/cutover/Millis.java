package io.cutovergate.cutover;

import java.time.Duration;

/** Times of a record as durations. */
final class Millis {

    private Millis() {}

    /** Whole milliseconds, rounded up: what is above a limit must not look like it. */
    static Duration of(long micros) {
        return Duration.ofMillis((micros + 999) / 1000);
    }
}
