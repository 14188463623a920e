package io.cutovergate.cutover.drain;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.DrainedDatabase;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.sql.DatabaseAt;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.sql.SqlProbe;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Looks at the source's databases for a while, each once for all that is claimed of it. */
@Provided(by = DatabaseWatch.FromScope.class)
final class DatabaseWatch {

    private final CheckScope scope;
    private final SqlProbe sql;

    private DatabaseWatch(CheckScope scope, SqlProbe sql) {
        this.scope = scope;
        this.sql = sql;
    }

    /**
     * What was seen.
     *
     * @param clients each once, with its last transaction that wrote if it had one
     * @param looks how often it was looked who is connected
     */
    record Watched(Collection<Client> clients, int looks, Footprint before, Footprint after) {}

    Watched of(DrainedDatabase database) {
        return scope.shared(
                Watched.class,
                database.id(),
                () -> watch(
                        sql.at(database.name(), Side.SOURCE), database.limits().over()));
    }

    private static Watched watch(DatabaseAt database, Duration over) {
        Map<Long, Client> clients = new LinkedHashMap<>();
        int[] looks = {1};
        try (Reading reading = database.reading()) {
            Footprint before = Footprint.of(reading);
            look(reading, clients);
            Polling.until(
                    over,
                    () -> {
                        // What it sees of the others is fixed for a transaction.
                        reading.renew();
                        look(reading, clients);
                        looks[0]++;
                        return false;
                    },
                    done -> done);
            reading.renew();
            return new Watched(clients.values(), looks[0], before, Footprint.of(reading));
        }
    }

    private static void look(Reading reading, Map<Long, Client> clients) {
        Client.of(reading)
                .forEach(client -> clients.merge(client.pid(), client, (seen, now) -> seen.writes() ? seen : now));
    }

    /** Makes one for a check. */
    public static final class FromScope implements Provider<DatabaseWatch> {
        @Override
        public DatabaseWatch provide(CheckScope scope) {
            return new DatabaseWatch(scope, new SqlProbe.FromScope().provide(scope));
        }
    }
}
