package io.cutovergate.smoke.parity;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In what the target's answer deviates from the source's. In what the source's own answers differ, asked twice, nobody's
 * answer is compared: those values change by themselves.
 *
 * @param differences readable, one for each value
 * @param noise paths of values that change by themselves
 * @param compared how many values of the body were; where the source has none, those of its head
 * @param reordered whether it is the order of elements alone
 */
record Deviation(List<String> differences, Set<String> noise, long compared, boolean reordered) {

    /** Shown of a value; the whole answers are attached. */
    private static final int LONGEST = 80;

    static Deviation of(Facts source, Facts again, Facts target, List<String> ignored) {
        Set<String> noise = paths(source, again)
                .filter(path -> !same(source, again, path))
                .map(Facts::general)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> compared = paths(source, target)
                .filter(path -> !noise.contains(Facts.general(path)))
                .filter(path -> ignored.stream().noneMatch(pattern -> covers(pattern, Facts.general(path))))
                .toList();
        List<String> differences = compared.stream()
                .filter(path -> !same(source, target, path))
                .map(path -> path + " is " + shown(source, path) + " on source, " + shown(target, path) + " on target")
                .toList();
        boolean hasBody = source.values().keySet().stream().anyMatch(Facts::isOfBody);
        long counted = compared.stream()
                .filter(path -> !hasBody || Facts.isOfBody(path))
                .count();
        return new Deviation(differences, noise, counted, source.reordered(target));
    }

    private static Stream<String> paths(Facts one, Facts other) {
        return Stream.concat(one.values().keySet().stream(), other.values().keySet().stream())
                .distinct()
                .sorted();
    }

    private static boolean same(Facts one, Facts other, String path) {
        return Objects.equals(one.values().get(path), other.values().get(path));
    }

    /** Of an object or array that is ignored, what is in it is too. */
    private static boolean covers(String pattern, String path) {
        String general = Facts.general(pattern);
        return path.equals(general) || path.startsWith(general + ".") || path.startsWith(general + "[");
    }

    private static String shown(Facts facts, String path) {
        @Nullable String value = facts.values().get(path);
        if (value == null) {
            return "absent";
        }
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    }
}
