package io.cutovergate.testbed;

import java.util.Set;

/**
 * A named way to break the testbed from outside.
 *
 * @param name what commands and tests call it, such as {@code tls-expired}
 * @param title what it does, as a sentence without a full stop
 * @param environments where it can be injected
 * @param moment when a run that is to catch it must meet it
 */
public record FaultInfo(String name, String title, Set<Environment> environments, Moment moment) {

    /** When a fault has to be in force. */
    public enum Moment {
        /** From before the first check on. */
        BEFORE_RUN,
        /** From just before load is applied on; the checks before it see a healthy system. */
        BEFORE_LOAD
    }
}
