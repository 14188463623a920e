package io.cutovergate.integrity;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.checklist.Checklist.ReplicationCaughtUp;
import io.cutovergate.harness.config.DatabaseRules;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachHeartbeat;
import io.cutovergate.harness.subject.ReplicatedDatabase;
import io.cutovergate.integrity.replication.Heartbeat;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.SqlProbe;
import java.time.Duration;

/** The lag that users would see: how old a write of the source is when it stands on the target. */
@ReplicationCaughtUp
@EachHeartbeat
record HeartbeatChecks(ReplicatedDatabase database, SqlProbe sql, Evidence evidence) {

    @Check("the source's heartbeat is young, and arrives on the target within the limit")
    void heartbeatArrives() {
        DatabaseRules.Heartbeat rules = database.rules().heartbeat();
        if (rules == null) {
            throw new Unexamined("databases." + database.name() + ".heartbeat is not configured, as others are");
        }
        Limits.Replication limits = database.limits();
        DatabaseAt source = sql.at(database.name(), Side.SOURCE);
        DatabaseAt target = sql.at(database.name(), Side.TARGET);
        Heartbeat heartbeat = Polling.until(
                limits.within(), () -> Heartbeat.read(rules, source, target), found -> young(found) && arrived(found));
        String beat = rules.table() + " of " + database.name();
        // Two sides that stopped together agree.
        evidence.measure("age of the newest heartbeat", beat + " at source", millis(heartbeat.age()))
                .detail("something has to write " + rules.column() + " on the source all the time")
                .atMost(limits.heartbeatAge(), "limits.replication-caught-up.heartbeat-age");
        evidence.measure("arrived", beat + " at target", heartbeat.lag().isPresent())
                .is(true, "limits.replication-caught-up.lag, within");
        heartbeat.lag().ifPresent(lag -> evidence.measure("lag of the heartbeat", beat + " at target", millis(lag))
                .detail("newest on source " + heartbeat.age().toSeconds() + " s old")
                .atMost(limits.lag(), "limits.replication-caught-up.lag, within"));
    }

    private boolean young(Heartbeat heartbeat) {
        return heartbeat.age().compareTo(database.limits().heartbeatAge()) <= 0;
    }

    private boolean arrived(Heartbeat heartbeat) {
        return heartbeat
                .lag()
                .filter(lag -> lag.compareTo(database.limits().lag()) <= 0)
                .isPresent();
    }

    /** Rounded up, so that what is above a limit does not look like it. */
    private static Duration millis(Duration exact) {
        return Duration.ofMillis(exact.plusNanos(999_999).toMillis());
    }
}
