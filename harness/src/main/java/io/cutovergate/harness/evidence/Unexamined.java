package io.cutovergate.harness.evidence;

import org.jspecify.annotations.Nullable;

/**
 * The subject could not be examined: nobody answered, a query failed, something is not configured. The obligation is
 * unproven, and the message is its cause: who, what was tried, what came back.
 */
public final class Unexamined extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unexamined(String message) {
        super(message);
    }

    public Unexamined(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
