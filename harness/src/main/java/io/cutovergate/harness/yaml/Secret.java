package io.cutovergate.harness.yaml;

import org.jspecify.annotations.Nullable;

/**
 * A value that is never printed. It comes from the environment, a file or a command, never from the YAML itself.
 */
public final class Secret {

    private final @Nullable String value;
    private final String origin;

    private Secret(@Nullable String value, String origin) {
        this.value = value;
        this.origin = origin;
    }

    /**
     * A secret that is known.
     *
     * @param origin where it came from, as the file writes it: <code>${env:DB_PASSWORD}</code>; not secret itself
     */
    public static Secret of(String value, String origin) {
        return new Secret(value, origin);
    }

    /** A secret whose command was not run, because its file was only read for a plan. */
    static Secret unresolved(String origin) {
        return new Secret(null, origin);
    }

    /** The value in clear, to hand to a client and to nothing else; an {@link IllegalStateException} in a plan. */
    public String reveal() {
        if (value == null) {
            throw new IllegalStateException(origin + " was not run: a plan does not run commands");
        }
        return value;
    }

    /** Whether the value is known; not so after {@link Resolver#withoutCommands()}. */
    public boolean isResolved() {
        return value != null;
    }

    /** Where the value came from, as the file writes it. */
    public String origin() {
        return origin;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret
                && origin.equals(secret.origin)
                && (value == null ? secret.value == null : value.equals(secret.value));
    }

    @Override
    public int hashCode() {
        return origin.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
