package io.cutovergate.reports.verdict;

/** The answer of a gate. */
public enum Decision {
    GO("GO", 0),
    GO_WITH_WAIVERS("GO WITH WAIVERS", 0),
    INCONCLUSIVE("INCONCLUSIVE", 2),
    NO_GO("NO-GO", 1);

    private final String words;
    private final int exitCode;

    Decision(String words, int exitCode) {
        this.words = words;
        this.exitCode = exitCode;
    }

    /** Exit status of the command that judged. */
    public int exitCode() {
        return exitCode;
    }

    /** As reports write it: {@code GO WITH WAIVERS}. */
    @Override
    public String toString() {
        return words;
    }
}
