package io.cutovergate.load;

import io.cutovergate.harness.checklist.Checklist.PerformanceUnderLoad;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachScenario;
import io.cutovergate.harness.subject.ScenarioAt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits at the expected peak with margin. The load is put on once, for both claims. */
@PerformanceUnderLoad
@EachScenario
record PerformanceChecks(ScenarioAt scenario, Load load, Evidence evidence) {

    private static final String KEY = "limits.performance-under-load.";

    @Check("errors stay within the limit")
    void errorsStayWithinLimit() {
        LoadRun run = conclusive(load.run(scenario));
        evidence.attach("figures of " + scenario.id(), "application/json", LoadReport.json(run));
        evidence.attach("latency of " + scenario.id(), "image/svg+xml", LoadReport.plot(run));
        if (!run.steps().isEmpty()) {
            evidence.note(Step.knee(run.steps(), limits()));
            evidence.attach("steps of " + scenario.id(), "text/plain", Step.told(run.steps(), limits()));
        }
        evidence.forEach(
                judged(run), figures -> evidence.measure("errors of " + figures.name(), scenario, figures.errorShare())
                        .detail(figures.errors() + " of " + figures.count() + " at " + run.perSecond() + "/s"
                                + (figures.errors() == 0 ? "" : ": " + figures.why()))
                        .atMost(limits().errors(), KEY + "errors"));
    }

    @Check("the median, the 95th and the 99th percentile stay within their limits")
    void percentilesStayWithinLimits() {
        if (limits().p50() == null && limits().p95() == null && limits().p99() == null) {
            throw new Unexamined("none of " + KEY + "p50, p95 and p99 is configured, so nothing is too slow");
        }
        LoadRun run = conclusive(load.run(scenario));
        evidence.forEach(judged(run), figures -> {
            judge(figures, 50, limits().p50());
            judge(figures, 95, limits().p95());
            judge(figures, 99, limits().p99());
        });
    }

    private void judge(Figures figures, int percent, @Nullable Duration limit) {
        if (limit != null) {
            evidence.measure(percent + "th percentile of " + figures.name(), scenario, figures.percentile(percent))
                    .detail("of " + figures.count() + " answers")
                    .atMost(limit, KEY + "p" + percent);
        }
    }

    /** A sick injector and a short run say nothing about the target; an outage is no rate of errors. */
    private LoadRun conclusive(LoadRun run) {
        Figures overall = run.overall();
        if (overall.count() > 0 && overall.errors() == overall.count()) {
            throw new Unexamined("every request of " + scenario.id() + " failed: " + overall.why());
        }
        if (run.health() == null) {
            evidence.note(
                    "the load was put on by others, whose logs were read (load.logs): whether their injectors were"
                            + " well, and whom they loaded, they must know");
        } else {
            new InjectorHealth(evidence, limits().injector()).require(scenario.id(), run.health());
        }
        evidence.measure("share of the planned arrivals that were sent", scenario, run.achieved())
                .detail(overall.count() + " of " + run.planned())
                .enough(limits().achieved(), KEY + "achieved");
        evidence.measure("samples", scenario, overall.count()).enough(limits().minSamples(), KEY + "min-samples");
        return run;
    }

    /** All requests together, and each kind that has samples enough to be judged by itself. */
    private List<Figures> judged(LoadRun run) {
        List<Figures> judged = new ArrayList<>(List.of(run.overall()));
        for (Figures endpoint : run.endpoints()) {
            if (endpoint.count() >= limits().minSamples()) {
                judged.add(endpoint);
            } else {
                evidence.note(endpoint.name() + " has " + endpoint.count() + " samples and is judged only with all ("
                        + KEY + "min-samples)");
            }
        }
        return judged;
    }

    private Limits.Performance limits() {
        return scenario.limits().performanceUnderLoad();
    }
}
