package io.cutovergate.integrity.anonymised;

import io.cutovergate.probe.sql.Identifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a row of a table is named in messages: by its primary key, unless that is personal itself.
 *
 * @param sql an expression of the row {@code t}; empty where there is none
 * @param why there is none
 */
public record Place(String sql, String why) {

    /** The place of a column's rows. */
    public static Place of(Column column, Map<String, List<String>> masked) {
        if (column.key().isEmpty()) {
            return new Place("", "a table without a primary key");
        }
        boolean personal = masked.entrySet().stream()
                .anyMatch(entry -> column.table().isCalled(entry.getKey())
                        && column.key().stream().anyMatch(entry.getValue()::contains));
        if (personal || column.key().contains(column.name())) {
            return new Place("", "a table whose primary key is not shown");
        }
        return new Place(
                column.key().stream()
                        .map(key -> "'" + key.replace("'", "''") + "=' || quote_literal(t." + Identifier.quote(key)
                                + "::text)")
                        .collect(Collectors.joining(" || ', ' || ")),
                "");
    }

    /** Whether rows can be named. */
    public boolean isKnown() {
        return !sql.isEmpty();
    }

    @Override
    public String toString() {
        return why;
    }
}
