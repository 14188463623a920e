package io.cutovergate.smoke.migration;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a history differs from what is expected; titles, in the order of the tool.
 *
 * @param changed whose content is not what was applied
 */
record Drift(List<String> missing, List<String> unknown, List<String> changed) {

    static Drift between(List<Change> expected, List<Change> applied) {
        Map<String, Change> there = byId(applied);
        Map<String, Change> wanted = byId(expected);
        return new Drift(
                titles(expected, change -> !there.containsKey(change.id())),
                titles(applied, change -> !wanted.containsKey(change.id())),
                titles(expected, change -> isChanged(change, there.get(change.id()))));
    }

    private static boolean isChanged(Change expected, @org.jspecify.annotations.Nullable Change applied) {
        return applied != null
                && expected.checksum() != null
                && applied.checksum() != null
                && !expected.checksum().equals(applied.checksum());
    }

    private static List<String> titles(List<Change> changes, java.util.function.Predicate<Change> wanted) {
        return changes.stream().filter(wanted).map(Change::title).toList();
    }

    private static Map<String, Change> byId(List<Change> changes) {
        return changes.stream().collect(Collectors.toMap(Change::id, Function.identity(), (one, same) -> one));
    }
}
