package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.rows.Difference.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts the rows that differ, and remembers the first of them. */
final class Unequal {

    /** A row to be described later. */
    record Found(Kind kind, Entry entry, long copies) {}

    private final int show;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Found> first = new ArrayList<>();

    Unequal(int show) {
        this.show = show;
    }

    void add(Kind kind, Entry entry, long copies) {
        counts.merge(kind, copies, Long::sum);
        if (first.size() < show) {
            first.add(new Found(kind, entry, copies));
        }
    }

    Map<Kind, Long> counts() {
        return counts;
    }

    List<Found> first() {
        return first;
    }
}
