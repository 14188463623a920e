package io.cutovergate.cutover.conduct;

/** Talks with the operator. */
public interface Voice {

    void say(String line);

    /** Whether to go on with what the question names. */
    boolean confirm(String question);

    /** Whether the operator wants to stop here for now. */
    boolean wantsPause();
}
