package io.cutovergate.harness.junit;

/** The check was not run, or not to its end: the run was interrupted, or a deadline passed. */
public final class NotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRun(String why) {
        super(why);
    }
}
