package io.cutovergate.probe.comparison;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.probe.comparison.Compared.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Holds percentiles of the target against the source's: broken where the whole interval lies above the margin, kept where
 * it lies below, and open otherwise.
 *
 * @param key of the section that holds the margins, as {@code p95} and the like, and {@code negligible}
 * @param margins by percent, by how much a percentile may be higher; others are not judged
 * @param negligible a difference up to this is none, whatever the ratio
 * @param confidence of the intervals
 * @param unit of the times
 * @param narrower what makes an interval narrower, for who is told that it is too wide
 */
public record SpeedRule(
        String key,
        Map<Integer, Share> margins,
        Duration negligible,
        Share confidence,
        Duration unit,
        String narrower) {

    /**
     * What was compared of one subject.
     *
     * @param about of what the figures are, behind them
     */
    public record Case(String subject, List<Compared> compared, String about) {}

    private record Figure(String subject, Compared compared, String about) {}

    /** Judges all; every broken rule is told, and only where none is, what stays open. */
    public void judge(Evidence evidence, List<Case> cases) {
        evidence.forEach(
                judged(cases, Outcome.SLOWER),
                one -> ratio(evidence, one, one.compared().ratio().low(), "low end"));
        evidence.forEach(judged(cases, Outcome.NOT_SLOWER), one -> notSlower(evidence, one));
        judged(cases, Outcome.OPEN).forEach(one -> open(evidence, one));
    }

    /** The highest ratio that is not slower: 1.1 for ten percent more. */
    public double most(Compared one) {
        return 1 + Objects.requireNonNull(margins.get((int) one.percent()), key).fraction();
    }

    private List<Figure> judged(List<Case> cases, Outcome outcome) {
        return cases.stream()
                .flatMap(one ->
                        one.compared().stream().map(compared -> new Figure(one.subject(), compared, one.about())))
                .filter(one -> margins.containsKey((int) one.compared().percent()))
                .filter(one ->
                        one.compared().outcome(most(one.compared()), negligible.toNanos() / unit.toNanos()) == outcome)
                .toList();
    }

    private void notSlower(Evidence evidence, Figure one) {
        Interval difference = one.compared().difference();
        if (one.compared().ratio().high() <= most(one.compared())) {
            ratio(evidence, one, one.compared().ratio().high(), "high end");
        } else {
            evidence.measure(
                            name(one) + " less the source's",
                            one.subject(),
                            Duration.ofNanos(Math.round(difference.high() * unit.toNanos())))
                    .detail("high end; " + seen(one))
                    .atMost(negligible, key + "negligible");
        }
    }

    private void ratio(Evidence evidence, Figure one, double end, String which) {
        evidence.measure(name(one) + " as a share of the source's", one.subject(), new Share(end))
                .detail(which + " of the interval; " + seen(one))
                .atMost(new Share(most(one.compared())), marginKey(one));
    }

    private void open(Evidence evidence, Figure one) {
        evidence.measure(
                        name(one) + " as a share of the source's",
                        one.subject(),
                        new Share(one.compared().ratio().high()))
                .detail("high end of the interval, which lies on both sides of the rule: " + narrower
                        + " make it narrower; " + seen(one))
                .calmEnough(new Share(most(one.compared())), marginKey(one));
    }

    private String seen(Figure one) {
        Compared compared = one.compared();
        return String.format(
                        Locale.ROOT,
                        "%s interval of the ratio %.2f to %.2f, of the difference %s to %s ms (%snegligible: %s ms);"
                                + " source %s ms, target %s ms; ",
                        confidence,
                        compared.ratio().low(),
                        compared.ratio().high(),
                        millis(compared.difference().low()),
                        millis(compared.difference().high()),
                        key,
                        negligible.toMillis(),
                        millis((double) compared.source()),
                        millis((double) compared.target()))
                + one.about();
    }

    /** As fine as the times were measured. */
    private String millis(double time) {
        double millis = time * unit.toNanos() / 1e6;
        return unit.toMillis() > 0 ? Long.toString(Math.round(millis)) : String.format(Locale.ROOT, "%.1f", millis);
    }

    private String marginKey(Figure one) {
        return key + "p" + (int) one.compared().percent();
    }

    private static String name(Figure one) {
        return (int) one.compared().percent() + "th percentile";
    }
}
