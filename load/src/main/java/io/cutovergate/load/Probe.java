package io.cutovergate.load;

import java.time.Duration;

/**
 * One request of a stream and its end. Times are those of {@link System#nanoTime}.
 *
 * @param planned when it was to be sent
 * @param sent when it was
 * @param done when its answer was whole, or it failed
 * @param failure why it is not good; empty where it is
 */
record Probe(long planned, long sent, long done, String failure) {

    boolean good() {
        return failure.isEmpty();
    }

    /** How late it was sent. */
    Duration lag() {
        return Duration.ofNanos(sent - planned);
    }
}
