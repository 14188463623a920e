package io.cutovergate.load;

import io.cutovergate.harness.checklist.Checklist.PerformanceUnderLoad;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.ComparedScenario;
import io.cutovergate.harness.subject.EachComparedScenario;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.probe.comparison.Compared;
import io.cutovergate.probe.comparison.SpeedRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The target under load beside the source: judged by an interval, never by two figures. */
@PerformanceUnderLoad
@EachComparedScenario
record ComparisonChecks(ComparedScenario scenario, Comparer comparer, Evidence evidence) {

    private static final String LIMITS = "limits.performance-under-load.";
    private static final String KEY = LIMITS + "against-source.";

    @Check("it is not slower than the source by more than the margin")
    void isNotSlowerThanTheSource() {
        ComparisonRun run = comparer.run(scenario);
        evidence.note(run.how());
        InjectorHealth healthy = new InjectorHealth(
                evidence, scenario.target().limits().performanceUnderLoad().injector());
        run.health().forEach(healthy::require);
        enough(scenario.source().id(), run.source());
        enough(scenario.id(), run.target());
        answered(run);
        List<Compared> compared = run.compared(limits().confidence().fraction());
        evidence.attach(
                "comparison of " + scenario.id(),
                "application/json",
                ComparisonReport.json(run, compared, limits().stall()));
        evidence.attach("ratios of " + scenario.id(), "image/svg+xml", ComparisonReport.plot(compared, this::margin));
        rule().judge(evidence, List.of(new SpeedRule.Case(scenario.id(), compared, seen(run))));
    }

    private void enough(String side, SideRounds rounds) {
        evidence.measure("share of the planned arrivals that were sent", side, rounds.achieved())
                .detail(rounds.samples() + " of " + rounds.planned())
                .enough(scenario.target().limits().performanceUnderLoad().achieved(), LIMITS + "achieved");
        evidence.measure("rounds with answers", side, rounds.answeredRounds())
                .enough(limits().minRounds(), KEY + "min-rounds");
        evidence.measure("samples", side, rounds.samples()).enough(limits().minSamples(), KEY + "min-samples");
    }

    /** Times of failures are no measure: a side that refuses at once is not fast. */
    private void answered(ComparisonRun run) {
        Share limit = scenario.target().limits().performanceUnderLoad().errors();
        if (run.source().errorShare().compareTo(limit) > 0) {
            throw new Unexamined(run.source().errorShare() + " of the requests of "
                    + scenario.source().id() + " failed, more than " + LIMITS + "errors (" + limit
                    + "), so the source's times are no measure: " + run.source().why());
        }
        evidence.measure("errors in the rounds", scenario, run.target().errorShare())
                .detail(run.target().why())
                .atMost(limit, LIMITS + "errors");
    }

    private SpeedRule rule() {
        return new SpeedRule(
                KEY,
                Map.of(95, limits().p95(), 99, limits().p99()),
                limits().negligible(),
                limits().confidence(),
                Duration.ofMillis(1),
                "more rounds (load.rounds)");
    }

    private static String seen(ComparisonRun run) {
        return run.source().samples() + " and " + run.target().samples() + " samples in "
                + run.source().answeredRounds() + " and " + run.target().answeredRounds() + " rounds"
                + (run.paired() ? "" : "; against a recorded baseline");
    }

    private double margin(Compared one) {
        return 1 + (one.percent() == 99 ? limits().p99() : limits().p95()).fraction();
    }

    private Limits.AgainstSource limits() {
        return scenario.limits();
    }
}
