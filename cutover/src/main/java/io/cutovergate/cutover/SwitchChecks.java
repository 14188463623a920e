package io.cutovergate.cutover;

import io.cutovergate.cutover.watch.Handover;
import io.cutovergate.cutover.watch.Observation;
import io.cutovergate.cutover.watch.Seen;
import io.cutovergate.cutover.watch.SeriesRecord;
import io.cutovergate.cutover.watch.Sight;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.checklist.Checklist.TrafficSwitched;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachWatchedEndpoint;
import io.cutovergate.harness.subject.WatchedEndpoint;
import io.cutovergate.harness.yaml.Units;
import java.util.List;

/** Who answers users now, whatever the mechanism of the switch. */
@TrafficSwitched
@EachWatchedEndpoint
record SwitchChecks(WatchedEndpoint endpoint, Watches watches, Gate gate, Evidence evidence) {

    @Check("for the configured time every answer is the target's")
    void targetAnswers() {
        List<Sight> all = watches.sights(gate, endpoint);
        long settled = watches.rules().settled().toNanos() / 1000;
        evidence.forEach(all, sight -> {
            SeriesRecord series = sight.seen();
            long end = series.sent().get(series.sent().size() - 1).sent();
            List<Observation> latest = series.sent().stream()
                    .filter(one -> one.sent() > end - settled && one.status() > 0)
                    .toList();
            if (latest.isEmpty()) {
                throw new Unexamined("nobody answered " + series + " in the last "
                        + Units.print(watches.rules().settled()) + " of the record");
            }
            Handover handover = Handover.to(Seen.TARGET, series.sent());
            String subject = series + " at " + endpoint.vantage();
            evidence.measure(
                            "answers of the source or of nobody that can be told",
                            subject,
                            latest.stream()
                                    .filter(one -> one.seen() != Seen.TARGET)
                                    .count())
                    .detail("of the " + latest.size() + " answers of the last "
                            + Units.print(watches.rules().settled()) + " (watch.settled); " + told(handover))
                    .is(0L, "watch.settled");
        });
    }

    private static String told(Handover handover) {
        if (handover.firstOfNew() == null) {
            return "the target never answered";
        }
        return handover.lastOfOld() == null
                ? "the source never answered"
                : "both sides answered for " + Units.print(Millis.of(handover.overlap()))
                        + ", and the side changed " + handover.changes()
                        + (handover.changes() == 1 ? " time" : " times");
    }
}
