package io.cutovergate.cutover.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What one observer wrote down.
 *
 * @param observer its name
 * @param run names what it wrote
 * @param anchor the moment that its times count from
 * @param series by what they asked
 * @param writes of each writing endpoint
 * @param reserved identifiers that may have been sent without a word on how they ended
 * @param gaps times in which this observer was not looking
 * @param wallDrift the furthest that the wall clock went from the monotonic one, microseconds
 * @param last the last moment at which it lived, microseconds since the anchor
 * @param whole whether it was ended, not killed
 */
public record WatchRecord(
        String observer,
        String environment,
        String run,
        Instant anchor,
        List<SeriesRecord> series,
        Map<String, List<Write>> writes,
        Map<String, List<String>> reserved,
        List<Gap> gaps,
        long wallDrift,
        long last,
        boolean whole,
        List<String> notes) {

    /**
     * A time in which the observer did not look.
     *
     * @param what the series, or {@code observer}
     */
    public record Gap(String what, long from, long to) {
        public long micros() {
            return to - from;
        }
    }

    /** The wall clock's time of a moment of this record. */
    public Instant at(long micros) {
        return anchor.plus(micros, ChronoUnit.MICROS);
    }

    /** What the identifiers of an endpoint begin with. */
    public String prefix(String endpoint) {
        return new Prefix(run, endpoint).text();
    }

    public Instant ended() {
        return at(last);
    }
}
