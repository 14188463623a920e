package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.rows.Difference.Kind;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the comparison of one table found.
 *
 * @param rows how many each side has
 * @param columns how many were compared
 * @param by what tells the rows: {@code key id}
 * @param ignored columns that were not compared, as declared
 * @param oneSided columns that only one side has
 * @param counts all rows that differ
 * @param shown the first of them
 * @param inFlight rows that differed at first and were seen to arrive
 * @param written rows that differ because the target has written them since it was opened
 */
public record TableResult(
        TableName table,
        Both<Long> rows,
        int columns,
        String by,
        List<String> ignored,
        List<String> oneSided,
        Map<Kind, Long> counts,
        List<Difference> shown,
        long inFlight,
        long written) {

    /** The number of rows that differ. */
    public long differing() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the sides differ in a row or in a part. */
    public boolean differs() {
        return differing() > 0 || !oneSided.isEmpty();
    }

    /** Whether more rows differ than are shown. */
    public boolean more() {
        return differing() > shown.stream().mapToLong(Difference::copies).sum();
    }

    /** What was examined, and the first differences. */
    public String describe() {
        String examined = "%d rows on source, %d on target, %d columns, by %s%s"
                .formatted(
                        rows.source(),
                        rows.target(),
                        columns,
                        by,
                        (ignored.isEmpty() ? "" : ", without " + String.join(", ", ignored))
                                + (inFlight == 0 ? "" : ", " + inFlight + " rows in flight arrived")
                                + (written == 0 ? "" : ", " + written + " written on target since"));
        if (counts.isEmpty()) {
            return examined;
        }
        String total = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        String more = more() ? "; …" : "";
        return shown.stream().map(Difference::toString).collect(Collectors.joining("; ")) + more + " (" + total + "; "
                + examined + ")";
    }
}
