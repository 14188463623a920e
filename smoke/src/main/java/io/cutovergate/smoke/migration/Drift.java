package io.cutovergate.smoke.migration;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a history differs from what is expected; titles, in the order of the tool.
 *
 * @param expected how many were expected
 * @param changed whose content is not what was applied
 */
record Drift(int expected, List<String> missing, List<String> unknown, List<String> changed) {

    static Drift between(List<Change> expected, List<Change> applied) {
        Map<String, Change> there = byId(applied);
        Map<String, Change> wanted = byId(expected);
        return new Drift(
                expected.size(),
                titles(expected, change -> !there.containsKey(change.id())),
                titles(applied, change -> !wanted.containsKey(change.id())),
                titles(expected, change -> isChanged(change, there.get(change.id()))));
    }

    private static boolean isChanged(Change expected, @Nullable Change applied) {
        return applied != null && expected.isChangedFrom(applied);
    }

    private static List<String> titles(List<Change> changes, Predicate<Change> wanted) {
        return changes.stream().filter(wanted).map(Change::title).toList();
    }

    private static Map<String, Change> byId(List<Change> changes) {
        return changes.stream().collect(Collectors.toMap(Change::id, Function.identity(), (one, same) -> one));
    }
}
