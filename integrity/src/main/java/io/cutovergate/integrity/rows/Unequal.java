package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.rows.Difference.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Counts the rows that differ, and hands on the first of them, some at a time. */
final class Unequal {

    /** A row to be described later. */
    record Found(Kind kind, Entry entry, long copies) {}

    private static final int BATCH = 500;

    private final long wanted;
    private final Consumer<List<Found>> taker;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Found> waiting = new ArrayList<>();
    private long taken;

    /**
     * @param wanted how many are handed on; all are counted
     * @param taker is called with some of them at a time
     */
    Unequal(long wanted, Consumer<List<Found>> taker) {
        this.wanted = wanted;
        this.taker = taker;
    }

    void add(Kind kind, Entry entry, long copies) {
        counts.merge(kind, copies, Long::sum);
        if (taken < wanted) {
            taken++;
            waiting.add(new Found(kind, entry, copies));
            if (waiting.size() == BATCH) {
                end();
            }
        }
    }

    /** Hands on what still waits. */
    void end() {
        if (!waiting.isEmpty()) {
            taker.accept(List.copyOf(waiting));
            waiting.clear();
        }
    }

    Map<Kind, Long> counts() {
        return counts;
    }
}
