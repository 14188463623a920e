package io.cutovergate.probe.comparison;

/**
 * A percentile of both sides, in the unit of their times, and how sure one can be of how far they are apart.
 *
 * @param percent which percentile
 * @param ratio of the target's to the source's
 * @param difference the target's less the source's
 */
public record Compared(double percent, long source, long target, Interval ratio, Interval difference) {

    /** What can be said of the target. */
    public enum Outcome {
        SLOWER,
        NOT_SLOWER,
        OPEN
    }

    /**
     * Judges by where the whole interval lies, not by the one figure that was seen.
     *
     * @param most highest ratio that is not slower: 1.1 for ten percent more
     * @param negligible a difference up to this is none, whatever the ratio
     */
    public Outcome outcome(double most, long negligible) {
        if (ratio.low() > most && difference.low() > negligible) {
            return Outcome.SLOWER;
        }
        return ratio.high() <= most || difference.high() <= negligible ? Outcome.NOT_SLOWER : Outcome.OPEN;
    }
}
