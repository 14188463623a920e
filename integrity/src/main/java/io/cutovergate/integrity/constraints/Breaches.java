package io.cutovergate.integrity.constraints;

import io.cutovergate.integrity.sql.Snapshot;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one side that break a constraint.
 *
 * @param rows how many
 * @param groups how many different values of the constraint's columns they have
 * @param found such values with their rows; not all where there are many
 */
record Breaches(long rows, long groups, Map<List<@Nullable String>, Long> found) {

    private record Line(long rows, long groups, List<@Nullable String> values, long ofValues) {}

    static Breaches read(Snapshot side, Constraint constraint, int most) {
        List<Line> lines = side.list(
                constraint.object(),
                constraint.sql(most),
                row -> new Line(
                        row.getLong("of_rows"),
                        row.getLong("of_groups"),
                        Arrays.asList(
                                (@Nullable String[]) row.getArray("reference").getArray()),
                        row.getLong("rows")));
        Map<List<@Nullable String>, Long> found = new LinkedHashMap<>();
        lines.forEach(line -> found.put(line.values(), line.ofValues()));
        return lines.isEmpty()
                ? new Breaches(0, 0, found)
                : new Breaches(lines.get(0).rows(), lines.get(0).groups(), found);
    }

    /** Rows that the other does not have: by their values, or only by their number where there are too many of them. */
    long beyond(Breaches other) {
        if (found.size() < groups || other.found.size() < other.groups) {
            return Math.max(0, rows - other.rows);
        }
        return found.entrySet().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue() - other.found.getOrDefault(entry.getKey(), 0L)))
                .sum();
    }
}
