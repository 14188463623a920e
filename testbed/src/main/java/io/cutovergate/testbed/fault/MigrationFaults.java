package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.host.Side;
import io.cutovergate.testbed.process.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** What the migration of the data needs is not as it was when somebody tried it. */
final class MigrationFaults {
    private MigrationFaults() {}

    /** The role that exports is of the source alone, so that no comparison of privileges sees it. */
    static Broken exportRefused(Installation installation) {
        Database source = Objects.requireNonNull(installation.databases().get(Side.SOURCE))
                .admin();
        source.execute("revoke select on reviews from exporter");
        return new Broken(
                "exporter may not read public.reviews of the source",
                () -> source.execute("grant select on reviews to exporter"));
    }

    /** Enough to create a database, too few to restore into it with two jobs. */
    static Broken importRefused(Installation installation) {
        Database target = installation.target().admin();
        target.execute("alter role scratch connection limit 1");
        return new Broken(
                "scratch may have one connection to the target",
                () -> target.execute("alter role scratch connection limit -1"));
    }

    /** As a forgotten session does: whoever creates a database waits for it, nobody else does. */
    static Broken slow(Installation installation) throws SQLException {
        Database target = installation.target().admin();
        Connection holder = DriverManager.getConnection(target.jdbc(), target.user(), target.password());
        try (Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("comment on database template0 is 'held by the testbed'");
        } catch (SQLException e) {
            holder.close();
            throw e;
        }
        return new Broken("a session of the target holds template0", () -> {
            holder.rollback();
            holder.close();
        });
    }
}
