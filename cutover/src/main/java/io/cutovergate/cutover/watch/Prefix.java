package io.cutovergate.cutover.watch;

import java.security.SecureRandom;

/**
 * Names what is written: all of a run begin alike, so that they can be found and removed.
 *
 * @param run a random word
 */
record Prefix(String run, String endpoint) {

    /** A run's random word: enough that two runs do not meet. */
    static String fresh() {
        return Long.toString(new SecureRandom().nextLong() >>> 1, 36);
    }

    String text() {
        return "gate-" + run + "-" + endpoint + "-";
    }

    String id(long number) {
        return text() + number;
    }
}
