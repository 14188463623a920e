package io.cutovergate.integrity.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What it means that a property of an object is not the same on both sides. */
enum Weight {
    NOTHING,
    HARMLESS,
    BREAKS;

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final String OWNER = "owner";

    /** The weight of two unequal values. */
    static Weight of(SchemaObject source, SchemaObject target, String property, boolean otherVersion) {
        String value = source.property(property);
        String other = target.property(property);
        if (source.kind().informative()) {
            return HARMLESS;
        }
        if (source.kind() == Kind.EXTENSION) {
            // What an older version lacks may be called; a newer one serves what the older did.
            return isLower(other, value) ? BREAKS : HARMLESS;
        }
        if (source.kind() == Kind.PRIVILEGE) {
            return ofPrivileges(source, target, property);
        }
        boolean printed = source.kind() == Kind.VIEW || source.kind() == Kind.RULE;
        return printed && otherVersion && Printed.alike(value, other) ? NOTHING : BREAKS;
    }

    /** A role that owns the object only on the target may do more there, which nobody granted. */
    private static Weight ofPrivileges(SchemaObject source, SchemaObject target, String property) {
        if (property.equals(OWNER)) {
            return NOTHING;
        }
        boolean owner =
                target.property(OWNER).equals("t") && source.property(OWNER).equals("f");
        return owner && words(target.property(property)).containsAll(words(source.property(property)))
                ? HARMLESS
                : BREAKS;
    }

    private static Set<String> words(String privileges) {
        return privileges.equals(SchemaObject.NONE) ? Set.of() : Set.of(privileges.split(", "));
    }

    private static boolean isLower(String version, String than) {
        List<Integer> a = numbers(version);
        List<Integer> b = numbers(than);
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            int difference = (i < a.size() ? a.get(i) : 0) - (i < b.size() ? b.get(i) : 0);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        NUMBER.matcher(version)
                .results()
                .map(MatchResult::group)
                .forEach(digits -> numbers.add(Integer.valueOf(digits)));
        return numbers;
    }
}
