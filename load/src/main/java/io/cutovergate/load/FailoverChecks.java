package io.cutovergate.load;

import io.cutovergate.harness.checklist.Checklist.FailoverAndRestart;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DisruptionAt;
import io.cutovergate.harness.subject.EachDisruption;
import io.cutovergate.harness.yaml.Units;
import java.time.Duration;

/** What users notice of a disruption. It is made once, for both claims. */
@FailoverAndRestart
@EachDisruption
record FailoverChecks(DisruptionAt disruption, Disruptor disruptor, Evidence evidence) {

    private static final String KEY = "limits.failover-and-restart.";

    @Check("errors stay within the limit while it happens")
    void errorsStayWithinLimit() {
        DisruptionRun run = disruptor.run(disruption);
        evidence.attach("commands of " + disruption.id(), "text/plain", run.output());
        evidence.attach("requests during " + disruption.id(), "text/plain", run.timeline());
        evidence.measure("share of failed requests", disruption, run.errorShare())
                .detail(run.failed() + " of " + run.probes().size() + " requests, one every "
                        + Units.print(run.period()) + (run.failed() == 0 ? "" : ": " + run.why()))
                .atMost(disruption.limits().errors(), KEY + "errors");
    }

    @Check("requests succeed again within the limit")
    void requestsSucceedAgain() {
        DisruptionRun run = disruptor.run(disruption);
        Duration limit = disruption.limits().recoverWithin();
        Duration length = run.outage().map(Outage::length).orElse(Duration.ZERO);
        boolean over = run.outage().map(Outage::over).orElse(true);
        if (!over && length.compareTo(limit) <= 0) {
            throw new Unexamined("requests still failed when the watch of " + disruption.id() + " ended: " + run.why());
        }
        evidence.measure("time until requests succeed again", disruption, millis(length))
                .detail((run.failed() == 0 ? "no request failed" : over ? "then they did" : "and they did not yet")
                        + "; one every " + Units.print(run.period()) + ", sent at most "
                        + Units.print(millis(run.worstLag())) + " late, so shorter outages go unseen")
                .atMost(limit, KEY + "recover-within");
    }

    /** Whole milliseconds, rounded up. */
    private static Duration millis(Duration time) {
        return Duration.ofMillis(time.plusNanos(999_999).toMillis());
    }
}
