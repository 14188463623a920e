package io.cutovergate.bench.watch;

/**
 * An outage that was made, as long as it truly was.
 *
 * @param wanted length, microseconds
 * @param ended when the service served again
 * @param caughtUp when it had answered all who came meanwhile: who comes before waits behind them
 */
record Case(String kind, long wanted, Moment begun, Moment ended, Moment caughtUp) {

    /** A request that failed may have been sent before, and gives up as late as its deadline after. */
    private static final long BEFORE = 100_000;

    private static final long AFTER = 1_100_000;

    /** The watch's deadline: whose connection was kept until then waits behind nobody. */
    private static final long DEADLINE = 1_000_000;

    /** One after which nobody waits. */
    Case(String kind, long wanted, Moment begun, Moment ended) {
        this(kind, wanted, begun, ended, ended);
    }

    long micros() {
        return ended.middle() - begun.middle();
    }

    /** For who asks over new connections, or over one that is kept for as long as it lives. */
    long micros(boolean kept) {
        return (kept && wanted < DEADLINE ? ended : caughtUp).middle() - begun.middle();
    }

    /** How wrong that can be at most. */
    long doubt() {
        return begun.doubt() + ended.doubt();
    }

    /** Whether what lasted from one time to the other is of this outage. */
    boolean explains(long from, long to) {
        return to >= begun.before() - BEFORE && from <= caughtUp.after() + AFTER;
    }
}
