package io.cutovergate.load;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The time from the first failure to the last, however many good answers lay between: only after the last one requests
 * succeed again. Counting failures instead would make a freeze too short by the whole deadline of a request.
 *
 * @param start midway between the last good end before it and the first bad send
 * @param end midway between the last bad end and the first good one after it; the last bad end where none followed
 * @param over whether a good answer followed
 */
record Outage(long start, long end, boolean over) {

    /** The outage of a stream; empty where nothing failed. */
    static Optional<Outage> of(List<Probe> probes) {
        List<Probe> bad = probes.stream().filter(probe -> !probe.good()).toList();
        if (bad.isEmpty()) {
            return Optional.empty();
        }
        long firstBad = bad.stream().mapToLong(Probe::sent).min().orElseThrow();
        long lastBad = bad.stream().mapToLong(Probe::done).max().orElseThrow();
        long goodBefore = goodEnds(probes).filter(end -> end <= firstBad).max().orElse(firstBad);
        var goodAfter = goodEnds(probes).filter(end -> end >= lastBad).min();
        return Optional.of(new Outage(
                midway(goodBefore, firstBad), midway(lastBad, goodAfter.orElse(lastBad)), goodAfter.isPresent()));
    }

    Duration length() {
        return Duration.ofNanos(end - start);
    }

    private static LongStream goodEnds(List<Probe> probes) {
        return probes.stream().filter(Probe::good).mapToLong(Probe::done);
    }

    private static long midway(long one, long other) {
        return one + (other - one) / 2;
    }
}
