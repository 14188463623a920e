package io.cutovergate.cutover;

import io.cutovergate.cutover.conduct.Entry;
import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.watch.Handover;
import io.cutovergate.cutover.watch.Observation;
import io.cutovergate.cutover.watch.Seen;
import io.cutovergate.cutover.watch.SeriesRecord;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.checklist.Checklist.RollbackInTime;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.RollbackPlan;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachWatchedEndpoint;
import io.cutovergate.harness.subject.WatchedEndpoint;
import io.cutovergate.harness.yaml.Units;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How long the way back took, from the decision until users were served by the source and by nobody else. */
@RollbackInTime
@EachWatchedEndpoint
record RollbackChecks(WatchedEndpoint endpoint, Watches watches, Gate gate, Migration migration, Evidence evidence) {

    /** What a later gate looks for in the verdict: this claim, its figure, and what ran. */
    static final String CLAIM = "rollback-in-time/source-answers-in-time";

    static final String TOOK = "from the decision to the source alone";
    static final String JOURNAL = "journal";

    @Check("from the decision on it takes no longer than the limit until every answer is the source's")
    void sourceAnswersInTime() {
        RollbackPlan plan = migration.environment().rollback();
        if (plan == null) {
            throw new Unexamined("rollback is not configured, so there is no limit");
        }
        Journal journal = watches.journal(gate);
        Instant decision = journal.begun()
                .orElseThrow(() -> new Unexamined("nobody decided to go back: there is no journal of `gate rollback`"));
        keep(journal);
        String shares = shares(journal);
        evidence.forEach(watches.sights(gate, endpoint), sight -> {
            Instant back = sight.at(requireBack(sight.seen()));
            evidence.measure(
                            TOOK,
                            sight + " at " + endpoint.vantage(),
                            Duration.ofMillis(Duration.between(decision, back).toMillis()))
                    .detail("decided at " + decision + "; " + shares)
                    .atMost(plan.within(), "rollback.within");
        });
    }

    /** It tells which programs ran, by digest: rollback-rehearsed holds what would run elsewhere against it. */
    private void keep(Journal journal) {
        try {
            evidence.attach(JOURNAL, "text/plain", journal.text());
        } catch (IOException e) {
            throw new Unexamined("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    /** When the last answer of the target, or the first one of the source, was whole, whichever is later. */
    private long requireBack(SeriesRecord series) {
        Handover handover = Handover.to(Seen.SOURCE, series.sent());
        if (handover.firstOfNew() == null) {
            throw new Unexamined("the source never answered " + series + ", so it is not back");
        }
        long end = series.sent().get(series.sent().size() - 1).sent();
        long settled = watches.rules().settled().toNanos() / 1000;
        List<Observation> latest = series.sent().stream()
                .filter(one -> one.sent() > end - settled && one.served())
                .toList();
        if (latest.isEmpty() || latest.stream().anyMatch(one -> one.seen() != Seen.SOURCE)) {
            throw new Unexamined("in the last " + Units.print(watches.rules().settled()) + " of the record " + series
                    + " is not answered by the source alone (watch.settled)");
        }
        return Math.max(
                handover.firstOfNew(), Optional.ofNullable(handover.lastOfOld()).orElse(0L));
    }

    private static String shares(Journal journal) {
        return journal.entries().stream()
                .map(Entry::step)
                .filter(step -> !step.isEmpty())
                .distinct()
                .flatMap(step -> journal.took(step).map(took -> step + " " + Units.print(took)).stream())
                .collect(Collectors.joining(", "));
    }
}
