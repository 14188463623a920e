package io.cutovergate.harness.run;

import org.jspecify.annotations.Nullable;

/** Turns what was thrown into the sentence of a cause. */
final class Causes {

    private static final int DEEP_ENOUGH = 5;

    private Causes() {}

    /** The message, with the kind of exception where the message alone would not be understood, and what lies below. */
    static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder(sentence(thrown));
        Throwable cause = thrown.getCause();
        for (int depth = 0; cause != null && depth < DEEP_ENOUGH; depth++) {
            // What libraries say behind their first line is for their developers.
            String below = sentence(cause).lines().findFirst().orElse("");
            if (text.indexOf(message(cause).lines().findFirst().orElse("")) < 0) {
                text.append(": ").append(below);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }

    private static String sentence(Throwable thrown) {
        boolean ours = thrown.getClass().getPackageName().startsWith("io.cutovergate.");
        @Nullable String message = thrown.getMessage();
        if (message == null || message.isBlank()) {
            return thrown.getClass().getSimpleName();
        }
        return ours || thrown instanceof AssertionError
                ? message
                : thrown.getClass().getSimpleName() + ": " + message;
    }

    private static String message(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }
}
