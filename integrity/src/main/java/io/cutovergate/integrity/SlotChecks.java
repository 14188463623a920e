package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.ReplicationCaughtUp;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachLogicalReplication;
import io.cutovergate.harness.subject.ReplicatedDatabase;
import io.cutovergate.harness.yaml.Size;
import io.cutovergate.integrity.replication.Slot;
import io.cutovergate.probe.sql.SqlProbe;
import java.util.List;

/**
 * What the source keeps for the replication. A slot whose log the server takes away ends the replication for good; one that
 * keeps too much fills the disk of the production that is to be left.
 */
@ReplicationCaughtUp
@EachLogicalReplication
record SlotChecks(ReplicatedDatabase database, SqlProbe sql, Evidence evidence) {

    private static final List<String> SAFE = List.of("reserved", "extended");

    @Check(
            "the source keeps the log of every slot of its database, with room, and no slot of its server keeps too much")
    void logHasRoom() {
        List<Slot> slots = Slot.of(sql.at(database.name(), Side.SOURCE));
        evidence.measure(
                        "logical slots",
                        database.name() + " at source",
                        slots.stream().filter(Slot::ours).count())
                .atLeast(1L, "fixed; a subscription has one");
        evidence.forEach(slots, this::judge);
    }

    private void judge(Slot slot) {
        String subject = "slot " + slot.name() + " at source";
        String reader = slot.active() ? "in use" : "inactive: nobody reads it";
        if (slot.ours()) {
            evidence.measure("state of the log", subject, slot.status())
                    .detail(reader)
                    .isOneOf(SAFE, "PostgreSQL, pg_replication_slots.wal_status");
        }
        Size room = slot.room();
        if (slot.ours() && room != null) {
            evidence.measure("log that it may still retain", subject, room)
                    .detail("the source's max_slot_wal_keep_size limits it; " + reader)
                    .atLeast(database.limits().headroom(), "limits.replication-caught-up.headroom");
        }
        Size retained = slot.retained();
        if (retained != null) {
            evidence.measure("log retained", subject, retained)
                    .detail(reader)
                    .atMost(database.limits().retained(), "limits.replication-caught-up.retained");
        }
    }
}
