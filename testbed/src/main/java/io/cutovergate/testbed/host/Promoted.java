package io.cutovergate.testbed.host;

/** The release that was promoted last, as a pipeline's tag names it; the variables tell it. */
public final class Promoted {
    private volatile Digests digests;

    Promoted(Digests digests) {
        this.digests = digests;
    }

    public Digests digests() {
        return digests;
    }

    /** Moves the tag; that the release runs is for a deployment to bring about. */
    public void move(Digests other) {
        digests = other;
    }
}
