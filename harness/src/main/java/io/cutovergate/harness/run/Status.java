package io.cutovergate.harness.run;

/** What became of an obligation or an item, from the worst to the best. */
public enum Status {
    /** A rule was measured and is broken. */
    FAILED,
    /** It was not shown, whatever the reason. */
    UNPROVEN,
    /** Too few samples for a statistical rule. */
    INCONCLUSIVE,
    /** Not asked: the run was narrowed or interrupted. */
    LEFT_OUT,
    /** Declared: the system does not have it. */
    NOT_APPLICABLE,
    /** Not shown, and a person accepts that until a date. */
    WAIVED,
    /** A person states it. */
    SIGNED,
    /** Every obligation ran, examined something and held. */
    PROVEN;

    /** As messages write it: {@code not applicable}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
