package io.cutovergate.load;

import io.cutovergate.harness.checklist.Checklist.FailoverAndRestart;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DisruptionAt;
import io.cutovergate.harness.subject.EachDisruption;
import io.cutovergate.harness.yaml.Units;
import java.time.Duration;
import java.util.List;

/** What users notice of a disruption. It is made once, for all claims. */
@FailoverAndRestart
@EachDisruption
record FailoverChecks(DisruptionAt disruption, Disruptor disruptor, WrittenMeanwhile written, Evidence evidence) {

    @Check("errors stay within the limit while it happens")
    void errorsStayWithinLimit() {
        DisruptionRun run = disruptor.run(disruption);
        evidence.attach("commands of " + disruption.id(), "text/plain", run.output());
        evidence.attach("requests during " + disruption.id(), "text/plain", run.timeline());
        evidence.measure("share of failed requests", disruption, run.errorShare())
                .detail(run.failed() + " of " + run.probes().size() + " requests, one every "
                        + Units.print(run.period()) + (run.failed() == 0 ? "" : ": " + run.why()))
                .atMost(disruption.errors(), disruption.errorsKey());
    }

    @Check("requests succeed again within the limit")
    void requestsSucceedAgain() {
        DisruptionRun run = disruptor.run(disruption);
        Duration limit = disruption.recoverWithin();
        Duration length = run.outage().map(Outage::length).orElse(Duration.ZERO);
        boolean over = run.outage().map(Outage::over).orElse(true);
        if (!over && length.compareTo(limit) <= 0) {
            throw new Unexamined("requests still failed when the watch of " + disruption.id() + " ended: " + run.why());
        }
        evidence.measure("time until requests succeed again", disruption, millis(length))
                .detail((run.failed() == 0
                                ? "nobody noticed: no request failed"
                                : over ? "then they did" : "and they did not yet")
                        + "; one every " + Units.print(run.period()) + ", sent at most "
                        + Units.print(millis(run.worstLag())) + " late, so shorter outages go unseen; " + run.effect())
                .atMost(limit, disruption.recoverWithinKey());
    }

    @Check("requests are as steady afterwards as they were before")
    void areSteadyAfterwards() {
        DisruptionRun run = disruptor.run(disruption);
        DisruptionRun after = run.afterwards();
        if (after.probes().isEmpty()) {
            throw new Unexamined("no request ended after " + disruption.id() + ", so no steady state was seen");
        }
        evidence.measure("share of failed requests afterwards", disruption, after.errorShare())
                .detail(after.failed() + " of " + after.probes().size()
                        + " requests, once it was undone and had had up to "
                        + Units.print(disruption.recoverWithin()) + " (" + disruption.recoverWithinKey() + ")"
                        + (after.failed() == 0 ? "" : ": " + after.why()))
                .atMost(disruption.errors(), disruption.errorsKey());
    }

    @Check("every write that was acknowledged meanwhile stands afterwards, exactly once")
    void acknowledgedWritesStand() {
        List<WriteStream.Written> writes = disruptor.run(disruption).writes();
        if (writes.isEmpty()) {
            throw new Unexamined("watch.writes is not configured, so nothing was written while " + disruption.id()
                    + " happened, and a lost write would not show");
        }
        evidence.forEach(writes, one -> written.judge(disruption, one));
    }

    /** Whole milliseconds, rounded up. */
    private static Duration millis(Duration time) {
        return Duration.ofMillis(time.plusNanos(999_999).toMillis());
    }
}
