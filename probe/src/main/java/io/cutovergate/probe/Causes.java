package io.cutovergate.probe;

/** Says in a few words why something failed. */
public final class Causes {

    private Causes() {}

    /** What everything began with. */
    public static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The message of the root in one line, or its kind where it has none: {@code Connection refused}. */
    public static String first(Throwable failure) {
        Throwable root = root(failure);
        return root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getMessage().replaceAll("\\s+", " ");
    }
}
