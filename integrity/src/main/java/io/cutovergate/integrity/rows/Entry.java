package io.cutovergate.integrity.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is compared of a row without reading it.
 *
 * @param hash what both sides are ordered by: of the key, or of the row where there is no key
 * @param value what must be equal: hash of the row, or the number of rows where there is no key
 * @param key the key's values as text; empty where there is no key
 */
record Entry(long hash, long value, List<String> key) {

    static Entry read(ResultSet row) throws SQLException {
        int columns = row.getMetaData().getColumnCount();
        List<String> key = new ArrayList<>(columns - 2);
        for (int column = 3; column <= columns; column++) {
            key.add(row.getString(column));
        }
        return new Entry(row.getLong(1), row.getLong(2), key);
    }
}
