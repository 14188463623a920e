package io.cutovergate.harness.yaml;

import org.jspecify.annotations.Nullable;

/** A bound value, or the knowledge that there is none because its problems are already collected. */
record Outcome(boolean isValid, @Nullable Object value) {

    static final Outcome INVALID = new Outcome(false, null);

    static Outcome of(@Nullable Object value) {
        return new Outcome(true, value);
    }
}
