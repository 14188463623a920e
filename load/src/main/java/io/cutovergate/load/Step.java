package io.cutovergate.load;

import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.yaml.Rate;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.load.SimulationLog.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the target made of a rate above the expected one.
 *
 * @param sent share of the planned arrivals that were sent
 */
record Step(Rate rate, Figures figures, Share sent) {

    /** All of them, in their order; empty where none are configured. */
    static List<Step> of(Injection injection, LoadRules rules) {
        List<Answer> answers = injection.recording().answers();
        long from = answers.stream().mapToInt(Answer::sent).min().orElse(0)
                + rules.warmUp().plus(rules.duration()).toMillis();
        List<Step> steps = new ArrayList<>();
        for (Rate rate : rules.steps()) {
            long begin = from;
            long end = from + rules.step().toMillis();
            Figures figures = Figures.of(
                    rate.toString(),
                    answers.stream()
                            .filter(answer -> answer.sent() >= begin && answer.sent() < end)
                            .toList());
            double planned = rate.perSecond() * rules.step().toMillis() / 1000;
            steps.add(new Step(rate, figures, new Share(planned == 0 ? 0 : figures.count() / planned)));
            from = end;
        }
        return steps;
    }

    /** Whether it holds every limit of the expected peak. */
    boolean holds(Limits.Performance limits) {
        return figures.count() > 0
                && sent.compareTo(limits.achieved()) >= 0
                && figures.errorShare().compareTo(limits.errors()) <= 0
                && within(50, limits.p50())
                && within(95, limits.p95())
                && within(99, limits.p99());
    }

    private boolean within(int percent, @Nullable Duration limit) {
        return limit == null || figures.percentile(percent).compareTo(limit) <= 0;
    }

    /** One line for people. */
    static String told(List<Step> steps, Limits.Performance limits) {
        StringBuilder text = new StringBuilder("    rate      sent  errors   p50 ms  p95 ms  p99 ms  limits\n");
        for (Step step : steps) {
            text.append("%8s  %8s  %6s  %7d %7d %7d  %s\n"
                    .formatted(
                            step.rate(),
                            step.sent(),
                            step.figures().errorShare(),
                            step.figures().percentile(50).toMillis(),
                            step.figures().percentile(95).toMillis(),
                            step.figures().percentile(99).toMillis(),
                            step.holds(limits) ? "held" : "broken"));
        }
        return text.toString();
    }

    /** Where the limits of the expected peak stop to hold. */
    static String knee(List<Step> steps, Limits.Performance limits) {
        Step held = null;
        for (Step step : steps) {
            if (!step.holds(limits)) {
                return "the limits of the expected peak "
                        + (held == null ? "do not hold at " : "hold at " + held.rate() + " and no more at ")
                        + step.rate() + " (load.steps)";
            }
            held = step;
        }
        return held == null
                ? ""
                : "the limits of the expected peak hold at " + held.rate() + " too, the last of load.steps";
    }
}
