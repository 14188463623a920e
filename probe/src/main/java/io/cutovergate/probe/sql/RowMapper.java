package io.cutovergate.probe.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row on which the result stands. */
@FunctionalInterface
public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
}
