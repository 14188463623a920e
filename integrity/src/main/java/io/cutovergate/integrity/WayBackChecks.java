package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.WayBackArmed;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.RollbackPlan;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachLogicalReplication;
import io.cutovergate.harness.subject.ReplicatedDatabase;
import io.cutovergate.harness.yaml.Size;
import io.cutovergate.integrity.replication.Slot;
import io.cutovergate.integrity.replication.Subscription;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;

/** Whether the source follows the target, so that it could take over again with what was written since. */
@WayBackArmed
@EachLogicalReplication
record WayBackChecks(ReplicatedDatabase database, SqlProbe sql, Migration migration, Evidence evidence) {

    @Check("the source follows the target: its subscription is enabled, applies, and has all its tables")
    void sourceFollows() {
        requireReverse();
        List<Subscription> subscriptions = Polling.until(
                database.limits().within(),
                () -> Subscription.of(sql.at(database.name(), Side.SOURCE)),
                found -> !found.isEmpty() && found.stream().allMatch(Subscription::follows));
        evidence.measure("subscriptions", database.name() + " at source", (long) subscriptions.size())
                .detail("reverse replication: the source subscribes to the target")
                .atLeast(1L, "fixed; rollback.after-open is reverse-replication");
        evidence.forEach(subscriptions, subscription -> {
            String subject = "subscription " + subscription.name() + " of " + database.name() + " at source";
            evidence.measure("enabled", subject, subscription.enabled())
                    .is(true, "fixed; a disabled one follows nobody");
            evidence.measure("workers that apply", subject, subscription.workers())
                    .atLeast(1L, "fixed, within limits.replication-caught-up.within");
            evidence.measure("tables", subject, subscription.tables()).atLeast(1L, "fixed; else nothing flows back");
            evidence.measure("tables not ready", subject, subscription.notReady())
                    .detail(subscription.waiting())
                    .is(0L, "fixed, within limits.replication-caught-up.within");
        });
    }

    @Check("what the target wrote and the source has not applied stays within the limit, as does the log kept for it")
    void lagStaysWithinLimit() {
        requireReverse();
        List<Slot> slots = Polling.until(
                database.limits().within(),
                () -> Slot.of(sql.at(database.name(), Side.TARGET)).stream()
                        .filter(Slot::ours)
                        .toList(),
                found -> found.stream().allMatch(this::isClose));
        evidence.measure("logical slots", database.name() + " at target", (long) slots.size())
                .atLeast(1L, "fixed; the source's subscription has one");
        evidence.forEach(slots, slot -> {
            String subject = "slot " + slot.name() + " of " + database.name() + " at target";
            evidence.measure("in use", subject, slot.active()).is(true, "fixed; else nobody reads it");
            Size behind = slot.behind();
            if (behind != null) {
                evidence.measure("log not yet applied", subject, behind)
                        .atMost(database.limits().behind(), "limits.replication-caught-up.behind, within");
            }
            Size retained = slot.retained();
            if (retained != null) {
                evidence.measure("log retained", subject, retained)
                        .atMost(database.limits().retained(), "limits.replication-caught-up.retained");
            }
        });
    }

    private boolean isClose(Slot slot) {
        return slot.active()
                && slot.behind() != null
                && slot.behind().compareTo(database.limits().behind()) <= 0;
    }

    private void requireReverse() {
        RollbackPlan rollback = migration.environment().rollback();
        if (rollback == null) {
            throw new Unexamined("rollback is not configured, so there is no way back to arm");
        }
        if (rollback.afterOpen() == RollbackPlan.AfterOpen.LOSSY) {
            throw new Unexamined(
                    "rollback.after-open is lossy: what the target takes after it was opened is lost by going"
                            + " back; a waiver of way-back-armed says who takes that loss, why and until when (waivers), and"
                            + " the headline counts it");
        }
    }
}
