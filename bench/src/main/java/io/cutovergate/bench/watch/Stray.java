package io.cutovergate.bench.watch;

/**
 * An outage that the watch saw where none was made.
 *
 * @param at microseconds of the wall clock
 * @param lag how late the observer's latest request of that time was sent
 */
record Stray(String series, long at, long micros, String why, Cause cause, long lag) {

    /** Whose it is. */
    enum Cause {
        /** The observer was not looking for longer than watch.max-gap: a verdict would be unproven, not failed. */
        OBSERVER,
        /** The service itself says that it stood still then: it is true, though nobody meant it. */
        SERVICE,
        INVENTED
    }
}
