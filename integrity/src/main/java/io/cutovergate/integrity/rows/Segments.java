package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.sql.Both;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Numbers and totals of the segments of a table's keys. */
final class Segments {

    /** A table is opened as one up to so many rows; beyond, a segment holds about as many. */
    static final int ROWS = 4_096;

    /** No more are told apart at once, so that the client's memory does not grow with the table. */
    static final int MOST = 4_096;

    private Segments() {}

    /** Those that are not the same on both sides. */
    static SortedSet<Long> differing(Both<Map<Long, Total>> segments) {
        SortedSet<Long> numbers = new TreeSet<>(segments.source().keySet());
        numbers.addAll(segments.target().keySet());
        numbers.removeIf(number -> segments.map(totals -> totals.getOrDefault(number, Total.NOTHING))
                .agree());
        return numbers;
    }
}
