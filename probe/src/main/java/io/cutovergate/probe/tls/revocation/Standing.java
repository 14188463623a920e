package io.cutovergate.probe.tls.revocation;

/**
 * What an authority says of a certificate.
 *
 * @param by who said it, for people
 * @param detail what, or why it does not count
 */
public record Standing(State state, String by, String detail) {

    /** Whether and what it says. */
    public enum State {
        GOOD,
        REVOKED,
        /** The authority has never heard of it. */
        UNKNOWN,
        /** It speaks, but not validly: too old, or signed by somebody else. */
        UNSOUND,
        /** It does not speak. */
        UNANSWERED
    }

    static Standing unsound(String by, String why) {
        return new Standing(State.UNSOUND, by, why);
    }

    public boolean isKnown() {
        return state == State.GOOD || state == State.REVOKED;
    }

    @Override
    public String toString() {
        return by + ": " + detail;
    }
}
