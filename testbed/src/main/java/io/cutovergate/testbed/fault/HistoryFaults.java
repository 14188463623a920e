package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.process.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The history of the migrations tells of something that nobody has finished, or that is not in the repository. */
final class HistoryFaults {

    /** The key of Flyway's lock: "Flyway" in ASCII and the hash of its table's quoted name. */
    private static final long LOCK = 0x466C79776179L + "\"public\".\"flyway_schema_history\"".hashCode();

    private HistoryFaults() {}

    /** As a deployment does that hangs in a migration. */
    static Broken migrationLocked(Installation installation) throws SQLException {
        Database database = installation.target().admin();
        Connection holder = DriverManager.getConnection(database.jdbc(), database.user(), database.password());
        try (Statement statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
        } catch (SQLException e) {
            holder.close();
            throw e;
        }
        return new Broken("a session of the target holds Flyway's lock " + LOCK, holder::close);
    }

    /** As after a migration that somebody changed in the repository when it had been applied. */
    static Broken migrationChanged(Installation installation) {
        Database database = installation.target().admin();
        String first = " where installed_rank = 1";
        database.execute("update flyway_schema_history set checksum = checksum - 1" + first);
        return new Broken(
                "flyway_schema_history: another checksum" + first,
                () -> database.execute("update flyway_schema_history set checksum = checksum + 1" + first));
    }
}
