package io.cutovergate.probe;

import java.security.cert.CertificateException;

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
        String kind = root.getClass().getSimpleName();
        if (root.getMessage() == null) {
            return kind;
        }
        String message = root.getMessage().replaceAll("\\s+", " ");
        // Of an expired certificate the message is a bare date.
        return root instanceof CertificateException ? kind + ": " + message : message;
    }
}
