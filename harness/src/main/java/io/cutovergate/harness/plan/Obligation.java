package io.cutovergate.harness.plan;

import io.cutovergate.harness.subject.Subject;

/** A claim that must be shown of one subject. */
public record Obligation(Claim claim, Subject subject) {

    /** Identifies it within a run. */
    public Key key() {
        return new Key(claim.id(), claim.checkClass(), subject.id());
    }

    /** The claim (with its class, so that nobody's class stands in for ours) and the subject. */
    public record Key(String claim, String checkClass, String subject) {}
}
