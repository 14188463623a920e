package io.cutovergate.cutover.conduct;

/** Talks with the operator. */
public interface Voice {

    /** Says nothing and agrees, where nobody listens. */
    Voice SILENT = new Voice() {
        @Override
        public void say(String line) {}

        @Override
        public boolean confirm(String question) {
            return true;
        }

        @Override
        public boolean wantsPause() {
            return false;
        }
    };

    void say(String line);

    /** Whether to go on with what the question names. */
    boolean confirm(String question);

    /** Whether the operator wants to stop here for now. */
    boolean wantsPause();
}
