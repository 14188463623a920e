package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.ReplicationCaughtUp;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachLogicalReplication;
import io.cutovergate.harness.subject.ReplicatedDatabase;
import io.cutovergate.harness.yaml.Size;
import io.cutovergate.integrity.replication.Slot;
import io.cutovergate.integrity.replication.Subscription;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The subscriptions of the target's database, and how much of the source's log they have not applied. */
@ReplicationCaughtUp
@EachLogicalReplication
record SubscriptionChecks(ReplicatedDatabase database, SqlProbe sql, Evidence evidence) {

    private static final String WITHIN = "; limits.replication-caught-up.within";

    @Check("every subscription of the target is enabled, applies without an error, and follows with all its tables")
    void subscriptionFollows() {
        DatabaseAt target = sql.at(database.name(), Side.TARGET);
        List<Subscription> subscriptions =
                Polling.until(database.limits().within(), () -> subscriptions(target), found -> found.stream()
                        .allMatch(Subscription::follows));
        Optional<Map<String, Long>> before = Subscription.errors(target);
        if (before.isEmpty()) {
            evidence.note(target + " does not count errors of subscriptions: PostgreSQL 15 does");
        }
        Optional<Map<String, Long>> after = before.flatMap(errors -> Polling.throughout(
                database.limits().watch(), () -> Subscription.errors(target), later -> later.equals(before)));
        evidence.forEach(subscriptions, subscription -> judge(subscription, before, after));
    }

    private void judge(
            Subscription subscription, Optional<Map<String, Long>> before, Optional<Map<String, Long>> after) {
        String subject = "subscription " + subscription.name() + " of " + database.id();
        evidence.measure("enabled", subject, subscription.enabled()).is(true, "fixed; a disabled one follows nobody");
        if (before.isPresent() && after.isPresent()) {
            long known = before.get().getOrDefault(subscription.name(), 0L);
            long now = after.get().getOrDefault(subscription.name(), 0L);
            evidence.measure("new errors", subject, now - known)
                    .detail(now + " since its statistics begin; the log of the target's server says which")
                    .is(0L, "fixed, for limits.replication-caught-up.watch");
        }
        evidence.measure("workers that apply", subject, subscription.workers()).atLeast(1L, "fixed" + WITHIN);
        evidence.measure("tables", subject, subscription.tables()).atLeast(1L, "fixed; else nothing is replicated");
        evidence.measure("tables not ready", subject, subscription.notReady())
                .detail(subscription.waiting().isEmpty() ? "of " + subscription.tables() : subscription.waiting())
                .is(0L, "fixed" + WITHIN);
    }

    @Check("the log of the source that is not applied yet stays within the limit")
    void logIsApplied() {
        List<String> names = subscriptions(sql.at(database.name(), Side.TARGET)).stream()
                .map(Subscription::slot)
                .toList();
        DatabaseAt source = sql.at(database.name(), Side.SOURCE);
        List<Slot> slots = Polling.until(database.limits().within(), () -> Slot.of(source), all -> names.stream()
                .allMatch(name -> behind(name, all)
                        .filter(size -> size.compareTo(database.limits().behind()) <= 0)
                        .isPresent()));
        evidence.forEach(names, name -> {
            String subject = "slot " + name + " of " + database.name() + " at source";
            Optional<Size> behind = behind(name, slots);
            evidence.measure("there", subject, behind.isPresent())
                    .detail("of the slots of that database: "
                            + slots.stream().filter(Slot::ours).map(Slot::name).toList())
                    .is(true, "fixed; the target's subscription names it");
            behind.ifPresent(size -> evidence.measure("log not yet applied", subject, size)
                    .atMost(database.limits().behind(), "limits.replication-caught-up.behind, within"));
        });
    }

    private static Optional<Size> behind(String name, List<Slot> slots) {
        return slots.stream()
                .filter(slot -> slot.ours() && slot.name().equals(name))
                .flatMap(slot -> Optional.ofNullable(slot.behind()).stream())
                .findFirst();
    }

    private List<Subscription> subscriptions(DatabaseAt target) {
        List<Subscription> found = Subscription.of(target);
        if (found.isEmpty()) {
            throw new Unexamined(target + " has no subscription; where something else replicates, say replication.by:"
                    + " external, declare these claims under not-applicable, and let databases." + database.name()
                    + ".heartbeat tell the lag");
        }
        return found;
    }
}
