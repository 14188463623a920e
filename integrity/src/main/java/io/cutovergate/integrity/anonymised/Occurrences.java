package io.cutovergate.integrity.anonymised;

import io.cutovergate.probe.sql.Rows;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the hashes that stand in both of two ordered streams; holds one of each and what it counted. */
final class Occurrences {

    /** Hashes kept of a column, to find a row that shows it. */
    private static final int KEPT = 20;

    /** A hash and the number of the column in which it stands. */
    record Hashed(String hash, int column) {}

    /** What of one column of the target is found, by the number of the source's column. */
    static final class Found {
        private final Map<Integer, Long> bySource = new TreeMap<>();
        private final List<String> hashes = new ArrayList<>();
        private long values;

        long values() {
            return values;
        }

        Map<Integer, Long> bySource() {
            return bySource;
        }

        List<String> hashes() {
            return hashes;
        }

        private void add(String hash, List<Integer> sources) {
            values++;
            sources.forEach(source -> bySource.merge(source, 1L, Long::sum));
            if (hashes.size() < KEPT) {
                hashes.add(hash);
            }
        }
    }

    private final Map<Integer, Found> byTarget = new TreeMap<>();
    private final Map<Integer, Long> protectedValues = new TreeMap<>();
    private long looked;

    /** Reads both to their end. */
    static Occurrences of(Rows<Hashed> source, Rows<Hashed> target) {
        Occurrences occurrences = new Occurrences();
        Groups sources = new Groups(source);
        Groups targets = new Groups(target);
        while (!sources.ended || !targets.ended) {
            int order = sources.compareTo(targets);
            if (order == 0) {
                occurrences.add(sources, targets);
            }
            if (order <= 0) {
                sources.columns.forEach(column -> occurrences.protectedValues.merge(column, 1L, Long::sum));
                sources.step();
            }
            if (order >= 0) {
                occurrences.looked++;
                targets.step();
            }
        }
        return occurrences;
    }

    private void add(Groups source, Groups target) {
        for (int column : target.columns) {
            byTarget.computeIfAbsent(column, first -> new Found()).add(source.hash, source.columns);
        }
    }

    /** By the number of the target's column; only those in which something is found. */
    Map<Integer, Found> byTarget() {
        return byTarget;
    }

    /** Distinct protected values, by the number of the source's column. */
    Map<Integer, Long> protectedValues() {
        return protectedValues;
    }

    /** Distinct terms of the target. */
    long looked() {
        return looked;
    }

    /** A stream by its hashes: the one on which it stands, with all columns in which that stands. */
    private static final class Groups {
        private final Iterator<Hashed> rows;
        private final List<Integer> columns = new ArrayList<>();
        private String hash = "";
        private boolean ended;
        private @Nullable Hashed ahead;

        Groups(Iterator<Hashed> rows) {
            this.rows = rows;
            this.ahead = next();
            step();
        }

        /** Goes on to the next hash. */
        void step() {
            columns.clear();
            ended = ahead == null;
            hash = ahead == null ? "" : ahead.hash();
            while (ahead != null && ahead.hash().equals(hash)) {
                columns.add(ahead.column());
                ahead = next();
            }
        }

        private @Nullable Hashed next() {
            return rows.hasNext() ? rows.next() : null;
        }

        /** Which hash comes first; a stream that has ended comes last. */
        int compareTo(Groups other) {
            return ended || other.ended ? Boolean.compare(ended, other.ended) : hash.compareTo(other.hash);
        }
    }
}
