package io.cutovergate.cli;

import io.cutovergate.harness.yaml.Problems;

/** The user's words or files cannot be worked with; nothing was written. Exit 64. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }

    /** All mistakes of all files, a line each. */
    static UsageException of(Problems problems) {
        return new UsageException(problems.toString());
    }
}
