package io.cutovergate.cutover.watch;

/**
 * One request of a series and its end. Times are microseconds since the record's anchor.
 *
 * @param planned when it was to be sent
 * @param sent when it was
 * @param done when its answer was whole, or it failed
 * @param status of HTTP; 0 without an answer
 * @param address where it was sent; empty where there was none
 */
public record Observation(long planned, long sent, long done, Outcome outcome, int status, Seen seen, String address) {

    public boolean served() {
        return outcome.served();
    }

    public long lag() {
        return sent - planned;
    }

    /** The same by an anchor that is so much earlier. */
    Observation later(long micros) {
        return new Observation(planned + micros, sent + micros, done + micros, outcome, status, seen, address);
    }
}
