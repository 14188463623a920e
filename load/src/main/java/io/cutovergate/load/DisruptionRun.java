package io.cutovergate.load;

import io.cutovergate.harness.yaml.Share;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a stream of requests saw from a disruption on.
 *
 * @param begun when the command was started, by {@link System#nanoTime}
 * @param period between two requests
 * @param probes the requests sent from then on
 * @param after those sent when it was over and undone
 * @param writes what was written from the steady state before it to that afterwards
 * @param effect what it changed, for people
 * @param output what the commands wrote
 */
record DisruptionRun(
        long begun,
        Duration period,
        List<Probe> probes,
        List<Probe> after,
        List<WriteStream.Written> writes,
        String effect,
        String output) {

    /** Some requests, of whatever time. */
    static DisruptionRun of(Duration period, List<Probe> probes) {
        return new DisruptionRun(0, period, probes, List.of(), List.of(), "", "");
    }

    /** What the stream saw when it was over and undone. */
    DisruptionRun afterwards() {
        return of(period, after);
    }

    Optional<Outage> outage() {
        return Outage.of(probes);
    }

    long failed() {
        return probes.stream().filter(probe -> !probe.good()).count();
    }

    Share errorShare() {
        return new Share(probes.isEmpty() ? 0 : (double) failed() / probes.size());
    }

    /** How late the latest request was sent; no figure is more exact than this and a period. */
    Duration worstLag() {
        return probes.stream().map(Probe::lag).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** Why requests failed, the most frequent first. */
    String why() {
        return probes.stream()
                .filter(probe -> !probe.good())
                .collect(Collectors.groupingBy(Probe::failure, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(reason -> reason.getValue() + "× " + reason.getKey())
                .collect(Collectors.joining("; "));
    }

    /** Second by second: how many were sent, and how many of them failed. */
    String timeline() {
        Map<Long, List<Probe>> seconds = probes.stream()
                .collect(Collectors.groupingBy(
                        probe -> Duration.ofNanos(probe.sent() - begun).toSeconds(),
                        TreeMap::new,
                        Collectors.toList()));
        return seconds.entrySet().stream()
                .map(second -> "%4d s  %4d sent  %4d failed"
                        .formatted(
                                second.getKey(),
                                second.getValue().size(),
                                second.getValue().stream()
                                        .filter(probe -> !probe.good())
                                        .count()))
                .collect(Collectors.joining("\n", "from the start of the command:\n", "\n"));
    }
}
