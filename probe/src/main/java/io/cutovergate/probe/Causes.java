package io.cutovergate.probe;

/** Says in a few words why something failed. */
public final class Causes {

    private Causes() {}

    /** The first cause's message, or its kind where it has none: {@code Connection refused}. */
    public static String first(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
