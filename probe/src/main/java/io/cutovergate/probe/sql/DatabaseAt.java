package io.cutovergate.probe.sql;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.SideConfig;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database on a side. Each reading has a connection of its own.
 *
 * @param within time for one statement
 */
public record DatabaseAt(String name, Side side, SideConfig.Database config, Duration within, Connections connections) {

    /** A database outside of a run: nobody but the reader closes what is opened. */
    public static DatabaseAt alone(String name, Side side, SideConfig.Database config, Duration within) {
        return new DatabaseAt(name, side, config, within, new Connections());
    }

    /** The same with another time for one statement. */
    public DatabaseAt within(Duration time) {
        return new DatabaseAt(name, side, config, time, connections);
    }

    /** A transaction in which every statement sees what is committed by then (READ COMMITTED). */
    public Reading reading() {
        return Reading.open(this, Connection.TRANSACTION_READ_COMMITTED);
    }

    /** A transaction whose statements all see the database of one moment (REPEATABLE READ). */
    public Reading snapshot() {
        return Reading.open(this, Connection.TRANSACTION_REPEATABLE_READ);
    }

    /** All rows of one query; see {@link Reading#rows}. */
    public <T> List<T> rows(String what, String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        try (Reading reading = reading()) {
            return reading.rows(what, sql, mapper, parameters);
        }
    }

    /** The only row of one query; see {@link Reading#row}. */
    public <T> T row(String what, String sql, RowMapper<T> mapper, @Nullable Object... parameters) {
        try (Reading reading = reading()) {
            return reading.row(what, sql, mapper, parameters);
        }
    }

    /** For messages: {@code target's database main (db.example:5432/shop)}. */
    @Override
    public String toString() {
        return side + "'s database " + name + " ("
                + PostgresUrl.parse(config.url(), key()).where() + ")";
    }

    /** The key that configures it. */
    String key() {
        return side + ".databases." + name;
    }
}
