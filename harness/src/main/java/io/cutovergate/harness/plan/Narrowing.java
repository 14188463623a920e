package io.cutovergate.harness.plan;

import io.cutovergate.harness.Suite;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of a gate that a person wants to ask. Empty sets ask everything. */
public record Narrowing(Set<Suite> suites, Set<String> items) {

    public static final Narrowing NONE = new Narrowing(Set.of(), Set.of());

    @Nullable
    String leavesOut(ChecklistItem item) {
        if (!items.isEmpty() && !items.contains(item.id())) {
            return "left out by --item";
        }
        return !suites.isEmpty() && !suites.contains(item.suite()) ? "left out by --suite" : null;
    }
}
