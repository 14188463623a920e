package io.cutovergate.cutover.watch;

/**
 * One write with an identifier of its own, and what its sender was told.
 *
 * @param told what the answer calls what was written; empty where it does not say
 */
public record Write(String id, Observation observation, String told) {

    /** What the sender knows. */
    public enum Answered {
        /** It was told that it is written. */
        ACKNOWLEDGED,
        /** It was told that it is not, or never got as far as being heard. */
        REFUSED,
        /** It may be written or not: the answer is missing, or tells of an error within. Never called lost. */
        IN_DOUBT
    }

    public Answered answered() {
        Outcome outcome = observation.outcome();
        if (outcome.served()) {
            return Answered.ACKNOWLEDGED;
        }
        return outcome.neverSent() || outcome == Outcome.READ_ONLY || outcome == Outcome.CLIENT_ERROR
                ? Answered.REFUSED
                : Answered.IN_DOUBT;
    }
}
