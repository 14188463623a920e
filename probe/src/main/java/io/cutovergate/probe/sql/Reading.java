package io.cutovergate.probe.sql;

import io.cutovergate.harness.evidence.Unexamined;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read-only transaction. What changes the meaning or the look of values is pinned: time zone UTC, dates in ISO form, floats in
 * their shortest exact form, an empty search path. A statement that fails is {@link Unexamined}, never an empty result. For one
 * thread; only {@link #close} may come from another.
 */
public final class Reading implements AutoCloseable {

    /** Rows that are fetched at once, so that a table of any size fits into memory. */
    private static final int FETCHED = 1_000;

    private final DatabaseAt database;
    private final Connection connection;
    private volatile @Nullable Statement running;

    private Reading(DatabaseAt database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    static Reading open(DatabaseAt database, int isolation) {
        Connection connection = database.connections().open(database);
        Reading reading = new Reading(database, connection);
        try {
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            reading.pin();
            return reading;
        } catch (SQLException | Unexamined e) {
            reading.close();
            throw e instanceof Unexamined known
                    ? known
                    : new Unexamined(database + " cannot be read: " + Failures.explain((SQLException) e), e);
        }
    }

    private void pin() {
        execute("session settings", """
                set local timezone = 'UTC';
                set local datestyle = 'ISO, YMD';
                set local intervalstyle = 'postgres';
                set local extra_float_digits = 3;
                set local bytea_output = 'hex';
                set local search_path = '';
                set local statement_timeout = %d
                """.formatted(database.within().toMillis()));
    }

    /** Looks names without a schema up in this one, for statements that users write. */
    public Reading in(String schema) {
        execute("search path", "set local search_path = " + Identifier.quote(schema));
        return this;
    }

    /**
     * All rows of a query.
     *
     * @param what names the statement in messages
     * @param sql with a question mark for each parameter
     */
    public <T> List<T> rows(String what, String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        // Without portions the server may read in parallel.
        try (Rows<T> cursor = query(what, sql, 0, mapper, parameters)) {
            List<T> rows = new ArrayList<>();
            while (cursor.hasNext()) {
                rows.add(cursor.next());
            }
            return rows;
        }
    }

    /** The row of a query that has exactly one; {@link Unexamined} if it has not. */
    public <T> T row(String what, String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        List<T> rows = rows(what, sql, mapper, parameters);
        if (rows.size() != 1) {
            throw new Unexamined("'" + what + "' gave " + rows.size() + " rows instead of one on " + database);
        }
        return rows.get(0);
    }

    /** The rows of a query one after the other, as many as there are; to be closed. */
    public <T> Rows<T> stream(String what, String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        return query(what, sql, FETCHED, mapper, parameters);
    }

    private <T> Rows<T> query(
            String what, String sql, int fetched, RowMapper<T> mapper, @Nullable Object... parameters) {
        PreparedStatement statement = null;
        try {
            statement = connection.prepareStatement(sql);
            running = statement;
            statement.setFetchSize(fetched);
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            ResultSet result = statement.executeQuery();
            return new Rows<>(what, database, statement, result, mapper);
        } catch (SQLException e) {
            Unexamined failure = failed(what, database, e);
            closeAfter(statement, failure);
            throw failure;
        }
    }

    /** Runs what gives no rows and writes nothing: a setting, a savepoint. */
    public void execute(String what, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(what, database, e);
        }
    }

    private static void closeAfter(@Nullable PreparedStatement statement, Unexamined failure) {
        if (statement != null) {
            try {
                statement.close();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
    }

    static Unexamined failed(String what, DatabaseAt database, SQLException e) {
        return new Unexamined("'" + what + "' failed on " + database + ": " + Failures.explain(e), e);
    }

    /** Ends the transaction and begins another on the same connection: what belongs to the session stays. */
    public void renew() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw failed("commit", database, e);
        }
        pin();
    }

    /** Ends the transaction and the connection. May come from another thread: a statement that runs then fails. */
    @Override
    public void close() {
        try {
            Statement last = running;
            if (last != null) {
                last.cancel();
            }
            database.connections().close(connection);
        } catch (SQLException e) {
            throw new Unexamined("the connection to " + database + " cannot be closed: " + Failures.explain(e), e);
        }
    }
}
