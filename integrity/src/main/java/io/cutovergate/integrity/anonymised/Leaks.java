package io.cutovergate.integrity.anonymised;

import java.util.List;
import java.util.Map;

/**
 * Protected values of the source that stand in the target.
 *
 * @param values distinct protected values of each masked column of the source
 * @param tooShort texts of it that are too short to be looked for
 * @param searched columns of the target
 * @param terms distinct terms that they hold
 * @param leaks one for each column of the target in which something is found
 * @param folding by which letters lost their case
 */
public record Leaks(
        Map<Column, Long> values,
        Map<Column, Long> tooShort,
        List<Column> searched,
        long terms,
        List<Leak> leaks,
        String folding) {

    /**
     * What is found in one column.
     *
     * @param values how many distinct ones
     * @param from how many of them stand in which column of the source
     * @param place a row in which one stands, by its key and never by its value
     */
    public record Leak(Column column, long values, Map<Column, Long> from, String place) {}

    /** How many are found in a column of the target. */
    public long in(Column column) {
        return leaks.stream()
                .filter(leak -> leak.column().equals(column))
                .mapToLong(Leak::values)
                .sum();
    }
}
