package io.cutovergate.integrity.rows;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Of a table, or a part of it.
 *
 * @param sums of the hashes of the rows; none where rows are only counted
 */
record Total(long rows, List<BigInteger> sums) {

    static final Total NOTHING = new Total(0, List.of());

    /** Reads the number of rows and the sums behind it. */
    static Total read(ResultSet row, int first) throws SQLException {
        List<BigInteger> sums = new ArrayList<>();
        for (int column = first + 1; column <= row.getMetaData().getColumnCount(); column++) {
            String sum = row.getString(column);
            sums.add(sum == null ? BigInteger.ZERO : new BigInteger(sum));
        }
        return new Total(row.getLong(first), List.copyOf(sums));
    }

    Total plus(Total other) {
        if (sums.isEmpty() || other.sums.isEmpty()) {
            return new Total(rows + other.rows, sums.isEmpty() ? other.sums : sums);
        }
        List<BigInteger> added = new ArrayList<>();
        for (int i = 0; i < sums.size(); i++) {
            added.add(sums.get(i).add(other.sums.get(i)));
        }
        return new Total(rows + other.rows, List.copyOf(added));
    }
}
