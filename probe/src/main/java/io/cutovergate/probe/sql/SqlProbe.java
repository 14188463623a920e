package io.cutovergate.probe.sql;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;

/**
 * Reads either side's databases. Nothing can be written through it: every transaction is read only.
 *
 * <pre>{@code
 * List<Table> tables = sql.at("main", Side.SOURCE).rows("tables", "select …", row -> new Table(row.getString(1)));
 * }</pre>
 */
@Provided(by = SqlProbe.FromScope.class)
public final class SqlProbe {

    private final Migration migration;
    private final Connections connections;

    SqlProbe(Migration migration, Connections connections) {
        this.migration = migration;
        this.connections = connections;
    }

    /** The database of that name on that side; connects when it is first read. */
    public DatabaseAt at(String database, Side side) {
        return new DatabaseAt(
                database,
                side,
                migration.database(database, side),
                migration.environment().deadlines().check(),
                connections);
    }

    /** Makes one for a check; what it leaves open is closed at the end of the run. */
    public static final class FromScope implements Provider<SqlProbe> {
        @Override
        public SqlProbe provide(CheckScope scope) {
            return new SqlProbe(scope.migration(), scope.shared(Connections.class, "run", Connections::new));
        }
    }
}
