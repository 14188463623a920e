package io.cutovergate.probe.sql;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.evidence.Unexamined;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;

/**
 * An empty database under a name that nobody else has, for a trial. The only thing that is written anywhere here; closing it drops it
 * with all that is in it, and whoever is still connected to it.
 */
public final class ScratchDatabase implements AutoCloseable {

    private static final String PREFIX = "gate_scratch_";
    private static final int RANDOM = 6;

    /** A server drops a database when all its processes have let go of it; one that hangs must not hold us. */
    private static final Duration DROP = Duration.ofMinutes(1);

    private final DatabaseAt server;
    private final DatabaseAt database;

    private ScratchDatabase(DatabaseAt server, DatabaseAt database) {
        this.server = server;
        this.database = database;
    }

    /**
     * Creates it on a server.
     *
     * @param key the key that names the server, for messages
     * @param config a database of the server, and a role that may create others
     * @param within time for one statement
     */
    public static ScratchDatabase create(String key, Side side, SideConfig.Database config, Duration within) {
        PostgresUrl url = PostgresUrl.parse(config.url(), key);
        byte[] random = new byte[RANDOM];
        new SecureRandom().nextBytes(random);
        String name = PREFIX + HexFormat.of().formatHex(random);
        DatabaseAt server = DatabaseAt.alone("scratch", side, config, within);
        SideConfig.Database own = new SideConfig.Database(
                config.url().replace(url.where() + url.parameters(), url.on(name) + url.parameters()),
                config.password(),
                config.connectWithin());
        execute(
                server,
                "create database",
                "create database " + Identifier.quote(name) + " template template0",
                // A frozen side takes no writes by default; what is tried here is in nobody's data.
                "alter database " + Identifier.quote(name) + " set default_transaction_read_only = off");
        return new ScratchDatabase(server, DatabaseAt.alone(name, side, own, within));
    }

    /** Its address without the password, as libpq and its tools take it. */
    public String url() {
        return database.config().url();
    }

    /** The same for readers. */
    public DatabaseAt database() {
        return database;
    }

    @Override
    public void close() {
        try {
            drop("");
        } catch (Unexamined stillUsed) {
            drop(" with (force)");
        }
    }

    /** Without force the server itself ends a vacuum that it does there; with force that needs a superuser. */
    private void drop(String how) {
        execute(
                server.within(DROP),
                "drop database " + database.name() + ", which is left on the server",
                "drop database " + Identifier.quote(database.name()) + how);
    }

    private static void execute(DatabaseAt server, String what, String... sql) {
        Connection connection = server.connections().open(server);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set statement_timeout = " + server.within().toMillis());
                statement.execute("set default_transaction_read_only = off");
                for (String one : sql) {
                    statement.execute(one);
                }
            } finally {
                server.connections().close(connection);
            }
        } catch (SQLException e) {
            throw Reading.failed(what, server, e);
        }
    }
}
