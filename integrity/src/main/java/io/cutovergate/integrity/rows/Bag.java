package io.cutovergate.integrity.rows;

import io.cutovergate.integrity.rows.Difference.Kind;
import org.jspecify.annotations.Nullable;

/** Compares a table whose rows nothing tells apart but their cells: how often each stands on either side. */
record Bag(Asked asked, boolean subset) {

    void compare(Unequal unequal) {
        asked.merge(TableSql::bag, (source, target) -> add(source, target, unequal));
    }

    private void add(@Nullable Entry source, @Nullable Entry target, Unequal unequal) {
        long surplus = copies(target) - copies(source);
        if (target != null && surplus > 0) {
            unequal.add(Kind.EXTRA, target, surplus);
        } else if (source != null && surplus < 0 && !subset) {
            unequal.add(Kind.MISSING, source, -surplus);
        }
    }

    private static long copies(@Nullable Entry entry) {
        return entry == null ? 0 : entry.value();
    }
}
