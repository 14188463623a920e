package io.cutovergate.bench.watch;

/**
 * An outage that was made, as long as it truly was.
 *
 * @param wanted length, microseconds
 */
record Case(String kind, long wanted, Moment begun, Moment ended) {

    /** A request that failed may have been sent before, and gives up as late as its deadline after. */
    private static final long BEFORE = 100_000;

    private static final long AFTER = 1_100_000;

    long micros() {
        return ended.middle() - begun.middle();
    }

    /** How wrong that can be at most. */
    long doubt() {
        return begun.doubt() + ended.doubt();
    }

    /** Whether what lasted from one time to the other is of this outage. */
    boolean explains(long from, long to) {
        return to >= begun.before() - BEFORE && from <= ended.after() + AFTER;
    }
}
