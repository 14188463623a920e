package io.cutovergate.cutover;

import io.cutovergate.cutover.watch.WatchRecord;
import io.cutovergate.cutover.watch.Write;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.WatchedEndpoint;
import io.cutovergate.probe.sql.SqlProbe;
import io.cutovergate.probe.written.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads back on both sides what a watch wrote. */
@Provided(by = Ledgers.FromScope.class)
final class Ledgers {

    private final Watches watches;
    private final Migration migration;
    private final SqlProbe sql;

    private Ledgers(Watches watches, Migration migration, SqlProbe sql) {
        this.watches = watches;
        this.migration = migration;
        this.sql = sql;
    }

    /** The ledger of an endpoint; {@link Unexamined} where nothing was acknowledged, so that nothing could be lost. */
    Ledger of(Gate gate, WatchedEndpoint endpoint) {
        return of(watches.of(gate), endpoint, gate == Gate.ROLLBACK ? Side.SOURCE : Side.TARGET);
    }

    /** Of the watch of a move that may be long ago. */
    Ledger earlier(Gate gate, WatchedEndpoint endpoint, Side serves) {
        return of(watches.all(gate), endpoint, serves);
    }

    private Ledger of(List<WatchRecord> records, WatchedEndpoint endpoint, Side serves) {
        List<Write> writes = new ArrayList<>();
        List<String> unheard = new ArrayList<>();
        Map<String, List<String>> serving = new HashMap<>();
        Map<String, List<String>> other = new HashMap<>();
        Watched.Writing writing = endpoint.writing(migration);
        for (WatchRecord record : records) {
            writes.addAll(record.writes().getOrDefault(endpoint.name(), List.of()));
            unheard.addAll(record.reserved().getOrDefault(endpoint.name(), List.of()));
            String prefix = record.prefix(endpoint.name());
            serving.putAll(Standing.of(sql, serves, writing, prefix));
            other.putAll(Standing.of(sql, serves == Side.TARGET ? Side.SOURCE : Side.TARGET, writing, prefix));
        }
        Ledger ledger = new Ledger(writes, unheard, serving, other);
        if (ledger.acknowledgedCount() == 0) {
            throw new Unexamined("no write of " + endpoint.name() + " was acknowledged in the whole watch ("
                    + writes.size() + " sent), so none could be lost");
        }
        return ledger;
    }

    /** Makes one for a check. */
    public static final class FromScope implements Provider<Ledgers> {
        @Override
        public Ledgers provide(CheckScope scope) {
            return new Ledgers(
                    new Watches.FromScope().provide(scope), scope.migration(), new SqlProbe.FromScope().provide(scope));
        }
    }
}
