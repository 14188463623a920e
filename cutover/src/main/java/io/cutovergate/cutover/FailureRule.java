package io.cutovergate.cutover;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.probe.comparison.Failures;
import io.cutovergate.probe.comparison.Interval;
import java.util.List;
import java.util.Locale;

/**
 * Holds the share of requests that are not served after the move against the one before: broken where the whole interval of
 * what is added lies above the margin, kept where it lies below, and open otherwise.
 *
 * @param key of the section that holds the margin as {@code errors}
 * @param margin additional share
 */
record FailureRule(String key, Share margin, Share confidence) {

    private static final String NAME = "additional share of requests not served";

    /** Judges all; every broken rule is told, and only where none is, what stays open. */
    void judge(Evidence evidence, List<BeforeAndAfter> all) {
        evidence.forEach(
                all.stream().filter(one -> added(one).low() > margin.fraction()).toList(),
                one -> evidence.measure(NAME, one.subject(), share(added(one).low()))
                        .detail("low end of the interval; " + seen(one))
                        .atMost(margin, key + "errors"));
        evidence.forEach(
                all.stream()
                        .filter(one -> added(one).high() <= margin.fraction())
                        .toList(),
                one -> evidence.measure(NAME, one.subject(), share(added(one).high()))
                        .detail("high end of the interval; " + seen(one))
                        .atMost(margin, key + "errors"));
        all.stream()
                .filter(one ->
                        added(one).low() <= margin.fraction() && added(one).high() > margin.fraction())
                .forEach(one -> evidence.measure(
                                NAME, one.subject(), share(added(one).high()))
                        .detail("high end of the interval, which lies on both sides of the rule: longer records (" + key
                                + "window) make it narrower; " + seen(one))
                        .calmEnough(margin, key + "errors"));
    }

    /** SVG: for each series the share before and after with its interval, and the margin in red. */
    String plot(List<BeforeAndAfter> all) {
        List<FailurePlot.Row> rows = all.stream()
                .map(one -> new FailurePlot.Row(
                        one.subject(),
                        before(one),
                        before(one).interval(confidence.fraction()),
                        after(one),
                        after(one).interval(confidence.fraction()),
                        before(one).share() + margin.fraction()))
                .toList();
        return FailurePlot.svg(rows);
    }

    private Interval added(BeforeAndAfter one) {
        return before(one).difference(after(one), confidence.fraction());
    }

    private String seen(BeforeAndAfter one) {
        return String.format(
                        Locale.ROOT,
                        "%s interval %+.3f to %+.3f percentage points; before %s, after %s",
                        confidence,
                        100 * added(one).low(),
                        100 * added(one).high(),
                        of(one.before()),
                        of(one.after()))
                + "; in " + one.before().blocks().size() + " and "
                + one.after().blocks().size() + " blocks";
    }

    private static String of(Stretch stretch) {
        Failures failures = stretch.failures();
        return failures.failed() + " of " + failures.all() + (failures.failed() == 0 ? "" : " (" + stretch.why() + ")");
    }

    private static Failures before(BeforeAndAfter one) {
        return one.before().failures();
    }

    private static Failures after(BeforeAndAfter one) {
        return one.after().failures();
    }

    /** Less is none more. */
    private static Share share(double added) {
        return new Share(Math.max(0, added));
    }
}
