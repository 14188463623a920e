package io.cutovergate.cutover.drain;

import io.cutovergate.harness.checklist.Checklist.SourceDrained;
import io.cutovergate.harness.evidence.Counted;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DrainedDatabase;
import io.cutovergate.harness.subject.EachDrainedDatabase;
import io.cutovergate.harness.yaml.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Who is connected to a database of the source, and whether anybody but the way back writes there. */
@SourceDrained
@EachDrainedDatabase
record DatabaseDrainChecks(DrainedDatabase database, DatabaseWatch watch, Evidence evidence) {

    private static final String LEFT = "fixed; what is written there now is lost when it goes";

    @Check("no client is connected for the configured time, but for those that are declared")
    void noClientsAreConnected() {
        Tolerated tolerated = new Tolerated(database.limits(), LocalDate.now(Clock.systemUTC()));
        DatabaseWatch.Watched seen = watch.of(database);
        List<Client> staying = seen.clients().stream()
                .filter(client -> !client.ours() && tolerated.stays(client))
                .toList();
        List<String> others = seen.clients().stream()
                .filter(client -> !client.ours() && !tolerated.stays(client))
                .map(Client::toString)
                .toList();
        tolerated.told().stream().filter(told -> told.startsWith("clients")).forEach(evidence::note);
        if (!staying.isEmpty()) {
            evidence.attach(
                    "declared clients of " + database,
                    "text/plain",
                    String.join("\n", staying.stream().map(Client::toString).toList()));
        }
        new Counted(
                        database.id(),
                        evidence,
                        "seen in " + looked(seen) + ", beside " + staying.size() + " that are declared",
                        "limits.source-drained.clients")
                .none("clients that are connected", others);
    }

    @Check("nothing is written for the configured time, but by the subscription of the way back")
    void nothingIsWritten() {
        DatabaseWatch.Watched seen = watch.of(database);
        Footprint after = seen.after();
        if (after.tables().isEmpty()) {
            throw new Unexamined(database + " has no table, so nothing could be written: is it the one that was left?");
        }
        Counted counted = new Counted(database.id(), evidence, "in " + looked(seen) + ", of " + after.told(), LEFT);
        List<String> writers = seen.clients().stream()
                .filter(Client::writes)
                .map(Client::toString)
                .toList();
        List<Runnable> rules = new ArrayList<>(List.<Runnable>of(
                () -> counted.none("sequences that moved", after.movedSince(seen.before())),
                () -> counted.none("tables that were written", after.writtenSince(seen.before())),
                () -> counted.none("clients that wrote when it was looked", writers)));
        if (after.applied().isEmpty() && seen.before().applied().isEmpty()) {
            rules.add(() -> evidence.measure(
                            "transactions that wrote",
                            database,
                            after.transaction() - seen.before().transaction())
                    .detail("of the whole server, in " + looked(seen))
                    .atMost(database.limits().transactions(), "limits.source-drained.transactions"));
        } else {
            evidence.note("a subscription writes there, as the way back needs it: short updates of its "
                    + after.applied().size() + " tables by others would show by their transactions only, if at all");
        }
        evidence.forEach(rules, Runnable::run);
    }

    private String looked(DatabaseWatch.Watched seen) {
        return seen.looks() + " looks within " + Units.print(database.limits().over())
                + " (limits.source-drained.over)";
    }
}
