package io.cutovergate.cutover;

import io.cutovergate.cutover.watch.Handover;
import io.cutovergate.cutover.watch.Outage;
import io.cutovergate.cutover.watch.Seen;
import io.cutovergate.cutover.watch.SeriesRecord;
import io.cutovergate.cutover.watch.Sight;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.checklist.Checklist.ZeroDowntime;
import io.cutovergate.harness.config.Cutover;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachWatchedEndpoint;
import io.cutovergate.harness.subject.WatchedEndpoint;
import io.cutovergate.harness.yaml.Units;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** For how long users were not served while the system moved, as seen from outside. */
@ZeroDowntime
@EachWatchedEndpoint
record DowntimeChecks(WatchedEndpoint endpoint, Watches watches, Gate gate, Migration migration, Evidence evidence) {

    @Check("the time in which it was not served stays within the budget, seen by an observer that looked all the time")
    void downtimeStaysWithinBudget() {
        Cutover cutover = migration.environment().cutover();
        if (cutover == null) {
            throw new Unexamined("cutover is not configured, so there is no budget of downtime");
        }
        Duration budget = endpoint.writes()
                ? cutover.downtime().write()
                : cutover.downtime().read();
        String key = "cutover.downtime." + (endpoint.writes() ? "write" : "read");
        List<Sight> all = watches.sights(gate, endpoint);
        evidence.attach(
                "time line",
                "image/svg+xml",
                TimeLine.svg(watches.of(gate), watches.journal(gate).entries()));
        evidence.headline(headline(all) + " (at most " + Units.print(budget) + ": " + key + ")");
        evidence.forEach(all, sight -> evidence.measure(
                        "time not served", sight.seen() + " at " + endpoint.vantage(), down(sight))
                .detail(told(sight.seen(), sight.seen().outages()))
                .atMost(budget, key));
        all.forEach(sight -> watches.requireLooked(gate, sight));
        all.forEach(sight -> requireTheMove(sight.seen()));
        long observers =
                all.stream().map(sight -> sight.seen().observer()).distinct().count();
        evidence.note(
                observers == 1
                        ? "one observer looked: an outage that only another network saw is not in these figures"
                        : observers + " observers looked; each is held to the budget");
    }

    /** Of the series in which it was worst; what is too short to be seen is told with it. */
    private String headline(List<Sight> all) {
        Duration down = all.stream()
                .map(DowntimeChecks::down)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        String visible = Units.print(Millis.of(
                all.stream().mapToLong(sight -> sight.seen().visible()).max().orElse(0)));
        return down.isZero()
                ? "no outage of " + endpoint.name() + " of " + visible + " or more was seen"
                : endpoint.name() + " was not served for " + Units.print(down) + ", outages shorter than " + visible
                        + " aside";
    }

    private static Duration down(Sight sight) {
        return Millis.of(
                sight.seen().outages().stream().mapToLong(Outage::micros).sum());
    }

    /** A record in which nothing moved says nothing of the move. */
    private void requireTheMove(SeriesRecord series) {
        Handover handover = Handover.to(Seen.TARGET, series.sent());
        if (handover.firstOfNew() == null || handover.lastOfOld() == null) {
            throw new Unexamined(series + " was answered by "
                    + (handover.firstOfNew() == null && handover.lastOfOld() == null
                            ? "nobody whose side can be told (watch.side)"
                            : handover.firstOfNew() == null ? "the source alone" : "the target alone")
                    + " in the whole record: it does not show the move");
        }
    }

    /** Never "no downtime" alone: what is too short for the rate goes unseen. */
    private static String told(SeriesRecord series, List<Outage> outages) {
        String asked = series.sent().size() + " asked, one every " + Units.print(Millis.of(series.period()));
        if (outages.isEmpty()) {
            return "no outage of " + Units.print(Millis.of(series.visible())) + " or more was seen by " + asked;
        }
        Outage longest =
                outages.stream().max(Comparator.comparingLong(Outage::micros)).orElseThrow();
        return outages.size() + (outages.size() == 1 ? " outage" : " outages, the longest") + " of "
                + Units.print(Millis.of(longest.micros())) + ": " + longest.why()
                + (longest.over() ? "" : "; it was not over when the record ended") + "; " + asked
                + ", so shorter ones than " + Units.print(Millis.of(series.visible())) + " can go unseen";
    }
}
