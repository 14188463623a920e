package io.cutovergate.load;

import io.cutovergate.harness.yaml.Share;
import io.cutovergate.load.SimulationLog.Answer;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * How long answers took, and how many failed. Failed ones are among the times too: a request that was given up after
 * ten seconds is not fast.
 */
final class Figures {

    /** One millisecond is the finest that the injector records; three digits keep percentiles within 0.1 %. */
    private static final int DIGITS = 3;

    private final String name;
    private final Histogram times = new Histogram(DIGITS);
    private final Map<String, Integer> messages = new TreeMap<>();
    private long errors;

    private Figures(String name) {
        this.name = name;
    }

    static Figures of(String name, Collection<Answer> answers) {
        Figures figures = new Figures(name);
        for (Answer answer : answers) {
            figures.times.recordValue(Math.max(0, answer.done() - answer.sent()));
            if (!answer.ok()) {
                figures.errors++;
                figures.messages.merge(answer.message(), 1, Integer::sum);
            }
        }
        return figures;
    }

    /** Their times in milliseconds. */
    Histogram times() {
        return times;
    }

    String name() {
        return name;
    }

    long count() {
        return times.getTotalCount();
    }

    long errors() {
        return errors;
    }

    Share errorShare() {
        return new Share(count() == 0 ? 0 : (double) errors / count());
    }

    /** The time within which so many percent of the answers came. */
    Duration percentile(double percent) {
        return Duration.ofMillis(times.getValueAtPercentile(percent));
    }

    /** Why requests failed, the most frequent first. */
    String why() {
        return messages.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(message -> message.getValue() + "× " + message.getKey())
                .collect(Collectors.joining("; "));
    }
}
