package io.cutovergate.cutover.drain;

import io.cutovergate.harness.checklist.Checklist.SourceDrained;
import io.cutovergate.harness.config.DrainLimits;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DrainedService;
import io.cutovergate.harness.subject.EachDrainedService;
import io.cutovergate.harness.subject.MonitoredService;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.metrics.CounterReading;
import io.cutovergate.probe.metrics.Exposition;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether anybody still comes to the source. */
@SourceDrained
@EachDrainedService
record RequestDrainChecks(DrainedService service, HttpProbe http, Login login, Evidence evidence) {

    @Check("no request arrives for the configured time, by a counter that sees one of ours")
    void noRequestsArrive() {
        MonitoredService counted = service.counted();
        DrainLimits limits = service.limits();
        Tolerated tolerated = new Tolerated(limits, LocalDate.now(Clock.systemUTC()));
        Exposition metrics = new Exposition(counted.metrics(), counted.counter(), http);
        // What other suites of this run asked of the source is counted first.
        Polling.rest(limits.settle());
        CounterReading before = sampled(metrics.read());
        Polling.rest(limits.over());
        CounterReading after = sampled(metrics.read());
        Map<String, BigDecimal> arrived = arrived(before, after, tolerated);
        if (total(arrived).signum() == 0) {
            requireThatItCounts(metrics, after, tolerated);
        }
        tolerated.told().stream().filter(told -> told.startsWith("requests")).forEach(evidence::note);
        evidence.attach("samples of " + counted.counter(), "text/plain", after.lines());
        evidence.measure("requests that arrived", service, total(arrived))
                .detail(told(arrived) + " in " + Units.print(limits.over()) + " (limits.source-drained.over), from "
                        + before + " to " + after + "; read at "
                        + counted.metrics().exposition())
                .is(BigDecimal.ZERO, "limits.source-drained.requests");
    }

    /** A counter that stands still because nobody reads it any more would say zero for ever. */
    private void requireThatItCounts(Exposition metrics, CounterReading quiet, Tolerated tolerated) {
        MonitoredService counted = service.counted();
        HttpRequest open = HttpRequest.of(counted.host(), counted.monitoring().request());
        HttpRequest ours =
                login.at(service.vantage()).as(counted.monitoring().request().as(), open);
        http.at(service.vantage()).ask(ours);
        CounterReading seen = Polling.until(
                counted.within(),
                metrics::read,
                now -> total(arrived(quiet, now, tolerated)).signum() > 0);
        if (total(arrived(quiet, seen, tolerated)).signum() == 0) {
            throw new Unexamined("the counter " + counted.counter() + " of the source does not see " + ours
                    + " within " + Units.print(counted.within())
                    + " (limits.monitoring-and-logging.metrics-within): that it stood still before says nothing");
        }
    }

    private CounterReading sampled(CounterReading reading) {
        if (reading.samples() == 0) {
            throw new Unexamined(
                    "the source has no sample of " + service.counted().counter() + " at "
                            + service.counted().metrics().exposition());
        }
        return reading;
    }

    private static Map<String, BigDecimal> arrived(CounterReading before, CounterReading after, Tolerated tolerated) {
        return after.since(before).entrySet().stream()
                .filter(series -> !tolerated.mayArrive(series.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static BigDecimal total(Map<String, BigDecimal> growth) {
        return growth.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String told(Map<String, BigDecimal> arrived) {
        return arrived.isEmpty()
                ? "none that is not declared"
                : arrived.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(series -> series.getValue().toPlainString() + " of " + series.getKey())
                        .collect(Collectors.joining(", "));
    }
}
