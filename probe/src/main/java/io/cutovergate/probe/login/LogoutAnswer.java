package io.cutovergate.probe.login;

/**
 * What a logout was answered.
 *
 * @param least the least status of one that is done
 * @param most the greatest
 * @param detail for messages
 */
public record LogoutAnswer(int status, int least, int most, String detail) {

    /** Whether it is done, as the application says. */
    public boolean isDone() {
        return status >= least && status <= most;
    }
}
