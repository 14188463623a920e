package io.cutovergate.cutover.watch;

import java.util.Comparator;
import java.util.List;

/**
 * What one observer saw of one series.
 *
 * @param observer its name
 * @param path that it asked for
 * @param period between two requests, microseconds
 * @param sent the observations by the time at which they were sent
 */
public record SeriesRecord(String observer, Series series, String path, long period, List<Observation> sent) {

    public SeriesRecord {
        sent = sent.stream().sorted(Comparator.comparingLong(Observation::sent)).toList();
    }

    /** Outages; of writes a documented refusal counts as one too. */
    public List<Outage> outages() {
        return Outage.of(sent, period);
    }

    /** The same without what was sent later. */
    public SeriesRecord until(long micros) {
        return new SeriesRecord(
                observer,
                series,
                path,
                period,
                sent.stream().filter(one -> one.sent() <= micros).toList());
    }

    /** The shortest outage that cannot have gone unseen: two periods, and how late the latest request was sent. */
    public long visible() {
        return 2 * period + worstLag();
    }

    long worstLag() {
        return sent.stream().mapToLong(Observation::lag).max().orElse(0);
    }

    @Override
    public String toString() {
        return series + (observer.isEmpty() ? "" : " seen by " + observer);
    }
}
