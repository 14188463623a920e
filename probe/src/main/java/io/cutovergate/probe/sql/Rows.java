package io.cutovergate.probe.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a query, read as they are needed. A row that cannot be read is {@code Unexamined}. */
public final class Rows<T> implements Iterator<T>, AutoCloseable {

    private enum Next {
        UNKNOWN,
        THERE,
        NONE
    }

    private final String what;
    private final DatabaseAt database;
    private final Statement statement;
    private final ResultSet result;
    private final RowMapper<T> mapper;
    private Next next = Next.UNKNOWN;

    Rows(String what, DatabaseAt database, Statement statement, ResultSet result, RowMapper<T> mapper) {
        this.what = what;
        this.database = database;
        this.statement = statement;
        this.result = result;
        this.mapper = mapper;
    }

    @Override
    public boolean hasNext() {
        if (next == Next.UNKNOWN) {
            try {
                next = result.next() ? Next.THERE : Next.NONE;
            } catch (SQLException e) {
                throw Reading.failed(what, database, e);
            }
        }
        return next == Next.THERE;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException(what);
        }
        next = Next.UNKNOWN;
        try {
            return mapper.map(result);
        } catch (SQLException e) {
            throw Reading.failed(what, database, e);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw Reading.failed(what, database, e);
        }
    }
}
