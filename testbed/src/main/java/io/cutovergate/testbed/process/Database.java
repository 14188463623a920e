package io.cutovergate.testbed.process;

import io.cutovergate.testbed.TestbedException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A database and who asks it; every call has a connection of its own, so that it survives the server's restarts. */
public record Database(String address, int port, String name, String user, String password) {

    /** The URL that JDBC takes. */
    public String jdbc() {
        return "jdbc:postgresql://" + address + ":" + port + "/" + name;
    }

    /** The URL that everybody else takes, with the user and without the password. */
    public String uri() {
        return "postgresql://" + user + "@" + address + ":" + port + "/" + name;
    }

    /** What "create subscription" takes, without the password. */
    public String conninfo() {
        return "host=" + address + " port=" + port + " dbname=" + name + " user=" + user;
    }

    /** Another database of the same server, or the same as another user. */
    public Database as(String otherName, String otherUser, String otherPassword) {
        return new Database(address, port, otherName, otherUser, otherPassword);
    }

    /** Runs statements one by one, each committed by itself. */
    public void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new TestbedException("database " + uri() + ": " + e.getMessage(), e);
        }
    }

    /** The rows' values as text, the columns joined by {@code |}; NULL is the empty text. */
    public List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    String value = rows.getString(column);
                    values.add(value == null ? "" : value);
                }
                lines.add(String.join("|", values));
            }
            return lines;
        } catch (SQLException e) {
            throw new TestbedException("database " + uri() + ": " + e.getMessage(), e);
        }
    }

    /** Waits until the server takes connections. */
    public void await(Duration patience) {
        Wait.until(this::answers, patience, () -> "database " + uri() + " does not answer");
    }

    private boolean answers() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbc() + "?connectTimeout=5&socketTimeout=60", user, password);
    }
}
