package io.cutovergate.cutover;

import io.cutovergate.harness.checklist.Checklist.RollbackRehearsed;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.previous.Kept;
import io.cutovergate.harness.previous.PreviousObligation;
import io.cutovergate.harness.previous.PreviousVerdict;
import io.cutovergate.harness.yaml.Units;
import java.util.List;

/** Whether the way back was gone before it is needed, and by how long it took. */
@RollbackRehearsed
record RehearsalChecks(Rehearsal rehearsal, Evidence evidence) {

    private static final String SUBJECT = "the rehearsal";

    @Check("a rehearsal not long ago brought the public names back to the source within this environment's limit")
    void wasRehearsed() {
        PreviousVerdict verdict = rehearsal.verdict();
        evidence.note("the rehearsal is " + verdict + ", as a whole " + verdict.decision());
        evidence.forEach(
                List.<Runnable>of(
                        () -> evidence.measure("environment", SUBJECT, verdict.environment())
                                .detail("by " + verdict)
                                .is(rehearsal.plan().rehearsedIn(), "rollback.rehearsed-in"),
                        () -> evidence.measure("age", SUBJECT, rehearsal.age())
                                .detail("it ended at " + verdict.finished())
                                .atMost(rehearsal.maxAge(), "limits.rollback-rehearsed.max-age")),
                Runnable::run);
        List<Kept> kept = verdict.kept();
        evidence.measure(
                        "files of evidence that are not what the verdict was given for",
                        SUBJECT,
                        kept.stream().filter(one -> !one.isIntact()).count())
                .detail("of " + kept.size() + " beside " + verdict)
                .is(0L, "their digests in the verdict");
        evidence.forEach(rehearsal.endpoints(), endpoint -> judge(verdict, endpoint));
    }

    private void judge(PreviousVerdict verdict, String endpoint) {
        PreviousObligation then = rehearsal.timed(endpoint);
        evidence.measure("rollback-in-time", then.subject() + " in " + SUBJECT, then.status())
                .detail("by " + verdict)
                .is(PreviousObligation.PROVEN, verdict.key());
        List<Sample> times = then.samples().stream()
                .filter(sample -> sample.name().equals(RollbackChecks.TOOK))
                .toList();
        if (times.isEmpty()) {
            throw new Unexamined(
                    verdict + " does not tell how long it took until " + endpoint + " was served by the source again");
        }
        evidence.forEach(times, time -> evidence.measure(
                        RollbackChecks.TOOK, time.subject() + " in " + SUBJECT, Units.duration(exact(time)))
                .detail("rule there: " + time.rule() + "; " + time.detail())
                .atMost(rehearsal.plan().within(), "rollback.within"));
    }

    /** A long one is printed exactly, and behind it about how much it is. */
    private static String exact(Sample time) {
        return time.value().split(" ", 2)[0];
    }
}
