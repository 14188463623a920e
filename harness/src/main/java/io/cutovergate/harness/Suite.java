package io.cutovergate.harness;

/**
 * A module of checks. The order is the order in which they run; smoke and e2e wait for answers and so run their checks
 * in parallel, the others one at a time.
 */
public enum Suite {
    SMOKE(8),
    INTEGRITY(1),
    E2E(2),
    LOAD(1),
    CUTOVER(1),
    /** Items that are read from files: sign-offs and earlier verdicts. No checks run. */
    REPORTS(1);

    private final int parallelism;

    Suite(int parallelism) {
        this.parallelism = parallelism;
    }

    /** How many checks of this suite run at once. */
    public int parallelism() {
        return parallelism;
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
