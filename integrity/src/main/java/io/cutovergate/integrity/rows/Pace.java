package io.cutovergate.integrity.rows;

/** Says when the next piece of work may begin. Called by several threads. */
public interface Pace {

    /** As fast as the connections allow. */
    Pace FAST = () -> {};

    /** Returns when it may; waits before where it may not. */
    void await();
}
