package io.cutovergate.probe.sql;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Opens connections, and closes at the end of the run those that a check that was given up has left. */
final class Connections implements AutoCloseable {

    /** What the network may add to the time of a statement before the connection counts as dead. */
    private static final Duration NETWORK = Duration.ofSeconds(10);

    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    Connection open(DatabaseAt database) {
        PostgresUrl url = PostgresUrl.parse(database.config().url(), database.key());
        String password = reveal(database);
        try {
            Connection connection = DriverManager.getConnection(url.jdbc(), properties(database, url, password));
            open.add(connection);
            noticeTheEndOf(connection);
            return connection;
        } catch (SQLException e) {
            throw new Unexamined(database + " cannot be reached: " + Failures.explain(e), e);
        }
    }

    /** A server that works on a statement for somebody who is gone finds out (since 14). */
    private static void noticeTheEndOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config(name, '5s', false) from pg_catalog.pg_settings"
                    + " where name = 'client_connection_check_interval'");
        }
    }

    private static String reveal(DatabaseAt database) {
        Secret password = database.config().password();
        return password == null ? "" : password.reveal();
    }

    private static Properties properties(DatabaseAt database, PostgresUrl url, String password) {
        Properties properties = new Properties();
        if (url.user() != null) {
            properties.setProperty("user", url.user());
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        String connect = seconds(database.config().connectWithin());
        properties.setProperty("connectTimeout", connect);
        properties.setProperty("loginTimeout", connect);
        properties.setProperty("socketTimeout", seconds(database.within().plus(NETWORK)));
        properties.setProperty("ApplicationName", "cutover-gate");
        // A text parameter takes the type that the statement wants: uuid, bigint.
        properties.setProperty("stringtype", "unspecified");
        return properties;
    }

    private static String seconds(Duration duration) {
        return String.valueOf(Math.max(1, duration.toSeconds()));
    }

    void close(Connection connection) throws SQLException {
        open.remove(connection);
        connection.close();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : open) {
            close(connection);
        }
    }
}
