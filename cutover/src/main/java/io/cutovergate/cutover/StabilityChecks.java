package io.cutovergate.cutover;

import io.cutovergate.harness.checklist.Checklist.ErrorsAndLatencyStable;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachWatchedEndpoint;
import io.cutovergate.harness.subject.WatchedEndpoint;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.probe.comparison.SpeedRule;
import java.util.List;
import java.util.Map;

/** Whether users are served as well as before the move: what an observer saw of the target against what it saw of the source. */
@ErrorsAndLatencyStable
@EachWatchedEndpoint
record StabilityChecks(WatchedEndpoint endpoint, Calm calm, Evidence evidence) {

    @Check("the share of requests that are not served is not above the baseline's by more than the margin")
    void errorsStay() {
        List<BeforeAndAfter> all = measured();
        FailureRule rule = new FailureRule(Calm.KEY, limits().errors(), limits().confidence());
        evidence.attach("errors of " + endpoint.id(), "image/svg+xml", rule.plot(all));
        rule.judge(evidence, all);
    }

    @Check("its answers take no longer than the baseline's by more than the margin")
    void latencyStays() {
        List<BeforeAndAfter> all = measured();
        for (BeforeAndAfter one : all) {
            if (one.after().times().count() == 0) {
                throw new Unexamined("nothing of " + one.subject() + " was served after the move ("
                        + one.after().why() + "), so there is no time to compare");
            }
        }
        SpeedRule rule = new SpeedRule(
                Calm.KEY,
                Map.of(50, limits().p50(), 95, limits().p95(), 99, limits().p99()),
                limits().negligible(),
                limits().confidence(),
                Stretch.UNIT,
                "longer records (" + Calm.KEY + "window)");
        List<SpeedRule.Case> cases = all.stream()
                .map(one -> new SpeedRule.Case(
                        one.subject(), one.compared(limits().confidence().fraction()), one.samples()))
                .toList();
        evidence.attach("times of " + endpoint.id(), "image/svg+xml", LatencyPlot.svg(all, cases, rule));
        rule.judge(evidence, cases);
    }

    private List<BeforeAndAfter> measured() {
        List<BeforeAndAfter> all = calm.of(endpoint, evidence::note);
        all.forEach(one -> {
            enough(one.measure(), one.before());
            enough(one.subject(), one.after());
            Share failed = new Share(one.before().failures().share());
            if (failed.compareTo(limits().baselineErrors()) > 0) {
                throw new Unexamined(failed + " of the requests of the baseline of " + one.measure()
                        + " were not served (" + one.before().why() + "), more than "
                        + limits().baselineErrors() + " (" + Calm.KEY
                        + "baseline-errors): it is no measure of a system that serves");
            }
        });
        return all;
    }

    private void enough(String of, Stretch stretch) {
        evidence.measure("time that was watched", of, stretch.length()).enough(limits().window(), Calm.KEY + "window");
        evidence.measure("requests", of, stretch.requests()).enough(limits().minSamples(), Calm.KEY + "min-samples");
        evidence.measure("blocks", of, (long) stretch.blocks().size())
                .enough(limits().minBlocks(), Calm.KEY + "min-blocks");
        evidence.measure("how late the observer asked in 99 % of its requests", of, stretch.lag())
                .calmEnough(limits().lag(), Calm.KEY + "lag");
    }

    private Limits.Stability limits() {
        return calm.rules();
    }
}
