package io.cutovergate.cutover.watch;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an observer saw of a series over all of its records: one that was killed goes on in another file, and is the same
 * observer.
 *
 * @param seen all observations, by the time of the first record
 * @param anchor the moment that its times count from
 * @param whole whether the last record was ended, not killed
 */
public record Sight(SeriesRecord seen, Instant anchor, boolean whole) {

    /** A time in which nothing was asked. */
    public record Hole(Instant from, long micros) {}

    /** Of every observer and series, in the order in which they stand in the records. */
    public static List<Sight> of(List<WatchRecord> records) {
        Map<String, Sight> sights = new LinkedHashMap<>();
        records.stream().sorted(Comparator.comparing(WatchRecord::anchor)).forEach(record -> record.series()
                .forEach(series -> sights.merge(
                        record.observer() + "/" + series.series().id(),
                        new Sight(series, record.anchor(), record.whole()),
                        Sight::and)));
        return List.copyOf(sights.values());
    }

    private Sight and(Sight later) {
        long shift = ChronoUnit.MICROS.between(anchor, later.anchor());
        List<Observation> all = new ArrayList<>(seen.sent());
        later.seen().sent().forEach(one -> all.add(one.later(shift)));
        return new Sight(
                new SeriesRecord(seen.observer(), seen.series(), seen.path(), seen.period(), all),
                anchor,
                later.whole());
    }

    /** The wall clock's time of a moment. */
    public Instant at(long micros) {
        return anchor.plus(micros, ChronoUnit.MICROS);
    }

    /** When the first request was sent. */
    public Instant begun() {
        return at(seen.sent().get(0).sent());
    }

    /** When the last request was sent of which the end is known. */
    public Instant ended() {
        return at(seen.sent().get(seen.sent().size() - 1).sent());
    }

    /**
     * The longest time between two requests, beyond the period: whether the observer did not run, was killed, or lost what it saw,
     * what happened then is not known.
     */
    public Hole longestHole() {
        List<Observation> sent = seen.sent();
        Hole longest = new Hole(begun(), 0);
        for (int i = 1; i < sent.size(); i++) {
            long micros = sent.get(i).sent() - sent.get(i - 1).sent() - seen.period();
            if (micros > longest.micros()) {
                longest = new Hole(at(sent.get(i - 1).sent()), micros);
            }
        }
        return longest;
    }

    @Override
    public String toString() {
        return seen.toString();
    }
}
