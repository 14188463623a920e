package io.cutovergate.cutover;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.WritesReconciled;
import io.cutovergate.harness.evidence.Counted;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachWatchedWrite;
import io.cutovergate.harness.subject.WatchedEndpoint;
import java.util.List;

/** Whether the source has what the target took since the cutover. */
@WritesReconciled
@EachWatchedWrite
record ReconciliationChecks(WatchedEndpoint endpoint, Ledgers ledgers, Evidence evidence) {

    @Check("every write that was acknowledged since the cutover began stands on the source, once and as on the target")
    void standOnSource() {
        Ledger ledger = ledgers.earlier(Gate.CUTOVER, endpoint, Side.SOURCE);
        evidence.note("these are the writes of the watch of the cutover; for what others wrote, compare both sides");
        Counted counted = Counted.writes(endpoint.id(), evidence, "of " + ledger.acknowledgedCount() + " acknowledged");
        evidence.forEach(
                List.<Runnable>of(
                        () -> counted.none("acknowledged writes that the source has not", ledger.missing()),
                        () -> counted.none("writes that stand more than once on the source", ledger.doubled()),
                        () -> counted.none("writes that differ between the sides", ledger.conflicting())),
                Runnable::run);
    }
}
