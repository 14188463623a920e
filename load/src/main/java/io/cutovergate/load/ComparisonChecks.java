package io.cutovergate.load;

import io.cutovergate.harness.checklist.Checklist.PerformanceUnderLoad;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.ComparedScenario;
import io.cutovergate.harness.subject.EachComparedScenario;
import io.cutovergate.harness.yaml.Share;
import io.cutovergate.load.comparison.Compared;
import io.cutovergate.load.comparison.Compared.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

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
        evidence.forEach(
                judged(compared, Outcome.SLOWER), one -> ratio(one, one.ratio().low(), "low end", run));
        evidence.forEach(judged(compared, Outcome.NOT_SLOWER), one -> notSlower(one, run));
        judged(compared, Outcome.OPEN).forEach(one -> open(one, run));
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

    private List<Compared> judged(List<Compared> compared, Outcome outcome) {
        return compared.stream()
                .filter(one -> one.percent() != 90)
                .filter(one -> one.outcome(margin(one), limits().negligible().toMillis()) == outcome)
                .toList();
    }

    private void notSlower(Compared one, ComparisonRun run) {
        if (one.ratio().high() <= margin(one)) {
            ratio(one, one.ratio().high(), "high end", run);
        } else {
            evidence.measure(
                            name(one) + " less the source's",
                            scenario,
                            millis(one.difference().high()))
                    .detail("high end; " + seen(one, run))
                    .atMost(limits().negligible(), KEY + "negligible");
        }
    }

    private void ratio(Compared one, double end, String which, ComparisonRun run) {
        evidence.measure(name(one) + " as a share of the source's", scenario, new Share(end))
                .detail(which + " of the interval; " + seen(one, run))
                .atMost(new Share(margin(one)), key(one));
    }

    private void open(Compared one, ComparisonRun run) {
        evidence.measure(
                        name(one) + " as a share of the source's",
                        scenario,
                        new Share(one.ratio().high()))
                .detail(
                        "high end of the interval, which lies on both sides of the rule: more rounds (load.rounds) make it"
                                + " narrower; " + seen(one, run))
                .calmEnough(new Share(margin(one)), key(one));
    }

    private String seen(Compared one, ComparisonRun run) {
        return String.format(
                Locale.ROOT,
                "%s interval of the ratio %.2f to %.2f, of the difference %d to %d ms (%snegligible: %d ms); source %d ms,"
                        + " target %d ms; %d and %d samples in %d and %d rounds%s",
                limits().confidence(),
                one.ratio().low(),
                one.ratio().high(),
                Math.round(one.difference().low()),
                Math.round(one.difference().high()),
                KEY,
                limits().negligible().toMillis(),
                one.source(),
                one.target(),
                run.source().samples(),
                run.target().samples(),
                run.source().answeredRounds(),
                run.target().answeredRounds(),
                run.paired() ? "" : "; against a recorded baseline");
    }

    private double margin(Compared one) {
        return 1 + (one.percent() == 99 ? limits().p99() : limits().p95()).fraction();
    }

    private static String key(Compared one) {
        return KEY + (one.percent() == 99 ? "p99" : "p95");
    }

    private static String name(Compared one) {
        return (int) one.percent() + "th percentile";
    }

    private static Duration millis(double time) {
        return Duration.ofMillis(Math.round(time));
    }

    private Limits.AgainstSource limits() {
        return scenario.limits();
    }
}
