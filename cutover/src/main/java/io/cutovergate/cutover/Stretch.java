package io.cutovergate.cutover;

import io.cutovergate.cutover.watch.Observation;
import io.cutovergate.cutover.watch.Outcome;
import io.cutovergate.cutover.watch.SeriesRecord;
import io.cutovergate.cutover.watch.Sight;
import io.cutovergate.probe.comparison.Failures;
import io.cutovergate.probe.comparison.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What was seen of a series for a while in which nothing moved, in blocks of consecutive time.
 *
 * @param blocks none of them empty
 * @param length of all of it
 */
record Stretch(List<List<Observation>> blocks, Duration length) {

    /** Unit of all times here. */
    static final Duration UNIT = Duration.ofNanos(1_000);

    private static final int DIGITS = 3;

    static Stretch of(Sight sight, Duration block) {
        SeriesRecord series = sight.seen();
        List<List<Observation>> blocks = new ArrayList<>();
        long first = series.sent().get(0).sent();
        long size = block.toNanos() / UNIT.toNanos();
        long at = -1;
        for (Observation one : series.sent()) {
            long number = (one.sent() - first) / size;
            if (number != at) {
                blocks.add(new ArrayList<>());
                at = number;
            }
            blocks.get(blocks.size() - 1).add(one);
        }
        return new Stretch(
                blocks, Duration.between(sight.begun(), sight.ended()).plus(UNIT.multipliedBy(series.period())));
    }

    long requests() {
        return blocks.stream().mapToLong(List::size).sum();
    }

    /** How many were not served, a documented refusal included: nothing moves now. */
    Failures failures() {
        return new Failures(blocks.stream()
                .map(block -> new Failures.Block(
                        block.stream().filter(one -> !one.served()).count(), block.size()))
                .toList());
    }

    /** The times of those that were served: whoever refuses at once is not fast. */
    Rounds times() {
        return Rounds.of(blocks.stream().map(Stretch::times).toList());
    }

    private static Histogram times(List<Observation> block) {
        Histogram times = new Histogram(DIGITS);
        block.stream()
                .filter(Observation::served)
                .forEach(one -> times.recordValue(Math.max(0, one.done() - one.sent())));
        return times;
    }

    /** How late 99 % of the requests were sent at the most. */
    Duration lag() {
        long[] lags = blocks.stream()
                .flatMap(List::stream)
                .mapToLong(Observation::lag)
                .sorted()
                .toArray();
        return UNIT.multipliedBy(Math.max(0, lags[(int) Math.ceil(lags.length * 0.99) - 1]));
    }

    /** {@code 12× 5xx, 1× reset}; empty where all were served. */
    String why() {
        Map<Outcome, Long> how = blocks.stream()
                .flatMap(List::stream)
                .filter(one -> !one.served())
                .collect(Collectors.groupingBy(
                        Observation::outcome, () -> new EnumMap<>(Outcome.class), Collectors.counting()));
        return how.entrySet().stream()
                .sorted(Map.Entry.<Outcome, Long>comparingByValue().reversed())
                .map(entry -> entry.getValue() + "× " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
