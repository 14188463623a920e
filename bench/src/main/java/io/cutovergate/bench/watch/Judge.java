package io.cutovergate.bench.watch;

import io.cutovergate.cutover.watch.Observation;
import io.cutovergate.cutover.watch.Outage;
import io.cutovergate.cutover.watch.SeriesRecord;
import io.cutovergate.cutover.watch.WatchRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds what the watch wrote down against what was done. */
final class Judge {

    private final WatchRecord record;
    private final List<Case> cases;
    private final List<Moment> stalls;
    private final long maxGap;
    private final long anchor;

    /**
     * @param stalls when the service stood still, as it says itself
     * @param maxGap as {@code watch.max-gap}
     */
    Judge(WatchRecord record, List<Case> cases, List<Moment> stalls, Duration maxGap) {
        this.record = record;
        this.cases = cases;
        this.stalls = stalls;
        this.maxGap = maxGap.toNanos() / 1000;
        this.anchor = ChronoUnit.MICROS.between(Instant.EPOCH, record.anchor());
    }

    List<Found> found() {
        List<Found> found = new ArrayList<>();
        for (SeriesRecord series : record.series()) {
            for (Case made : cases) {
                long from = made.begun().before() - anchor;
                long to = made.caughtUp().after() - anchor;
                List<Outage> pieces = series.outages().stream()
                        .filter(outage -> made.explains(anchor + outage.from(), anchor + outage.to()))
                        .toList();
                found.add(new Found(made, name(series), pieces, blind(series, from, to), lag(series, from, to)));
            }
        }
        return found;
    }

    List<Stray> strays() {
        List<Stray> strays = new ArrayList<>();
        for (SeriesRecord series : record.series()) {
            for (Outage outage : series.outages()) {
                long from = outage.from();
                long to = outage.to();
                if (cases.stream().noneMatch(made -> made.explains(anchor + from, anchor + to))) {
                    Stray.Cause cause = blind(series, from, to)
                            ? Stray.Cause.OBSERVER
                            : stood(from, to) ? Stray.Cause.SERVICE : Stray.Cause.INVENTED;
                    strays.add(new Stray(
                            name(series), anchor + from, outage.micros(), outage.why(), cause, lag(series, from, to)));
                }
            }
        }
        return strays;
    }

    /** The longest time in which the observer was not looking, microseconds. */
    long longestGap() {
        return record.gaps().stream().mapToLong(WatchRecord.Gap::micros).max().orElse(0);
    }

    private static String name(SeriesRecord series) {
        return series.series().kept() ? Found.KEPT : "new";
    }

    private boolean blind(SeriesRecord series, long from, long to) {
        return Stream.concat(
                        record.gaps().stream(),
                        series.sent().stream().map(one -> new WatchRecord.Gap("lag", one.planned(), one.sent())))
                .anyMatch(gap -> gap.micros() > maxGap && gap.to() >= from && gap.from() <= to);
    }

    private boolean stood(long from, long to) {
        return stalls.stream().anyMatch(stall -> stall.after() - anchor >= from && stall.before() - anchor <= to);
    }

    private static long lag(SeriesRecord series, long from, long to) {
        return series.sent().stream()
                .filter(one -> one.sent() >= from && one.planned() <= to)
                .mapToLong(Observation::lag)
                .max()
                .orElse(0);
    }
}
