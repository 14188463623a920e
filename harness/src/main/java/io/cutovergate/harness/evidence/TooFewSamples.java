package io.cutovergate.harness.evidence;

/** A statistical rule had fewer samples than it needs: the obligation is inconclusive. */
public final class TooFewSamples extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TooFewSamples(String message) {
        super(message);
    }
}
