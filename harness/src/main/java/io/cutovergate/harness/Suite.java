package io.cutovergate.harness;

/**
 * A module of checks. The order is the order in which they run; smoke and e2e wait for answers and so run their checks
 * in parallel, smoke as many as {@code at-once} says, the others one at a time.
 */
public enum Suite {
    SMOKE,
    INTEGRITY,
    E2E,
    LOAD,
    CUTOVER,
    /** Items that are read from files: sign-offs and earlier verdicts. No checks run. */
    REPORTS;

    /**
     * How many checks of this suite run at once.
     *
     * @param atOnce how many the environment file lets ask at once
     */
    public int parallelism(int atOnce) {
        return switch (this) {
            case SMOKE -> atOnce;
            case E2E -> 2;
            default -> 1;
        };
    }

    /** The word on the command line, for example {@code e2e}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}
