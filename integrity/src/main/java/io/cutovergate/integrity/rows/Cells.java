package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.rows.Unequal.Found;
import io.cutovergate.integrity.sql.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of some rows of one side.
 *
 * @param columns those that are read
 * @param whole whether a long cell is read to its end, or by its beginning and its digest
 */
record Cells(Asked asked, List<ComparedColumn> columns, boolean whole) {

    /** The rows of these keys, by the place of the key in the list, from one. */
    Map<Long, List<@Nullable String>> ofKeys(Snapshot side, List<Found> found) {
        List<Entry> keys = found.stream().map(Found::entry).toList();
        return keys.isEmpty()
                ? Map.of()
                : read(side, asked.sql(side).cellsOfKeys(columns, whole), Keys.parameters(keys));
    }

    /** The rows of these hashes. */
    Map<Long, List<@Nullable String>> ofHashes(Snapshot side, List<Found> found) {
        List<Long> hashes = found.stream().map(one -> one.entry().hash()).toList();
        return hashes.isEmpty() ? Map.of() : read(side, asked.sql(side).cellsOfHashes(columns, whole), hashes);
    }

    static List<@Nullable String> row(Map<Long, List<@Nullable String>> rows, long id) {
        return Objects.requireNonNull(rows.get(id), "a row that the same snapshot had before");
    }

    private Map<Long, List<@Nullable String>> read(Snapshot side, String sql, Object... parameters) {
        Map<Long, List<@Nullable String>> rows = new HashMap<>();
        side.list(asked.what(), sql, row -> rows.put(row.getLong(1), cells(row)), parameters);
        return rows;
    }

    private List<@Nullable String> cells(ResultSet row) throws SQLException {
        List<@Nullable String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(row.getString(i + 2));
        }
        return Collections.unmodifiableList(cells);
    }
}
