package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.sql.Both;
import java.math.BigInteger;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the rows of a table are summed up in, so that only those of segments that differ are read.
 *
 * @param by what tells them apart
 * @param bits how many bits of it: the lowest, which rows of a segment share in its hash, or have to themselves in its range
 */
record Segments(By by, int bits) {

    enum By {
        /** All rows are one segment. */
        NOTHING,
        /** Ranges of a key that is one whole number: every server orders those alike, and an index reads a range. */
        RANGE,
        /** The hash of the key, whose order two servers may not agree on. */
        HASH
    }

    /** A table is opened as one up to so many rows; beyond, a segment holds about as many. */
    static final int ROWS = 4_096;

    /** No more are told apart at once, so that the client's memory does not grow with the table. */
    private static final int MOST = 4_096;

    static final Segments WHOLE = new Segments(By.NOTHING, 0);

    /** Ranges of a key between two numbers. */
    static Segments ranges(long from, long to, long rows) {
        long wanted = Math.max(1, Math.min(MOST / 2, rows / ROWS));
        int bits = BigInteger.valueOf(to)
                .subtract(BigInteger.valueOf(from))
                .divide(BigInteger.valueOf(wanted))
                .bitLength();
        // Neither server shifts a bigint any further.
        return rows <= ROWS || bits == 0 ? WHOLE : new Segments(By.RANGE, Math.min(bits, Long.SIZE - 2));
    }

    /** Groups of keys by their hash. */
    static Segments hashes(long rows) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.min(MOST / 2, rows / ROWS));
        return bits == 0 ? WHOLE : new Segments(By.HASH, bits);
    }

    boolean whole() {
        return by == By.NOTHING;
    }

    /** The least number of a range. */
    long start(long segment) {
        return segment << bits;
    }

    /** The greatest number of a range. */
    long end(long segment) {
        return start(segment) + (1L << bits) - 1;
    }

    /** Those that are not the same on both sides. */
    static SortedSet<Long> differing(Both<Map<Long, Total>> totals) {
        SortedSet<Long> numbers = new TreeSet<>(totals.source().keySet());
        numbers.addAll(totals.target().keySet());
        numbers.removeIf(number ->
                totals.map(side -> side.getOrDefault(number, Total.NOTHING)).agree());
        return numbers;
    }
}
