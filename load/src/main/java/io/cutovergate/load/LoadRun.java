package io.cutovergate.load;

import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.load.SimulationLog.Answer;
import io.cutovergate.load.SimulationLog.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was measured in the time in which samples count.
 *
 * @param perSecond arrivals that were planned
 * @param counted the time in which samples count
 * @param answers to requests sent in that time, in milliseconds after it began
 * @param health of our own injector in that time; null where the logs of others were read
 * @param steps what was put on after that
 */
record LoadRun(
        double perSecond,
        Duration counted,
        List<Answer> answers,
        @Nullable Health health,
        List<Step> steps) {

    /** Leaves out what was sent while the target, and the injector itself, warmed up. */
    static LoadRun of(Injection injection, double perSecond, LoadRules rules) {
        return of(
                injection.recording(),
                injection.health(rules.warmUp(), rules.duration()),
                perSecond,
                rules.warmUp(),
                rules.duration(),
                Step.of(injection, rules));
    }

    /** The same of logs by injectors whose health nobody wrote down. */
    static LoadRun of(Recording recording, double perSecond, Duration warmUp, Duration counted) {
        return of(recording, null, perSecond, warmUp, counted, List.of());
    }

    private static LoadRun of(
            Recording recording,
            @Nullable Health health,
            double perSecond,
            Duration warmUp,
            Duration counted,
            List<Step> steps) {
        int first = recording.answers().stream().mapToInt(Answer::sent).min().orElse(0);
        long from = first + warmUp.toMillis();
        return new LoadRun(
                perSecond,
                counted,
                recording.answers().stream()
                        .filter(answer -> answer.sent() >= from && answer.sent() < from + counted.toMillis())
                        .map(answer -> answer.later(Math.toIntExact(-from)))
                        .toList(),
                health,
                steps);
    }

    /** Arrivals that were planned in that time. */
    long planned() {
        return Math.round(perSecond * counted.toMillis() / 1000);
    }

    /** The share of them that was really sent. Below one the injector, not the target, was too slow. */
    Share achieved() {
        return new Share(planned() == 0 ? 0 : (double) answers.size() / planned());
    }

    Figures overall() {
        return Figures.of("all requests", answers);
    }

    /** One for each kind of request. */
    List<Figures> endpoints() {
        Map<String, List<Answer>> byRequest =
                answers.stream().collect(Collectors.groupingBy(Answer::request, TreeMap::new, Collectors.toList()));
        return byRequest.entrySet().stream()
                .map(entry -> Figures.of(entry.getKey(), entry.getValue()))
                .toList();
    }
}
