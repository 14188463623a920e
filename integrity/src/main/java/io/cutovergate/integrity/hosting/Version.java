package io.cutovergate.integrity.hosting;

import java.util.Comparator;

/** The version of an extension: its parts are compared as numbers where both are, and as texts otherwise. */
public record Version(String text) implements Comparable<Version> {

    private static final Comparator<String> PARTS =
            (one, other) -> one.matches("\\d{1,18}") && other.matches("\\d{1,18}")
                    ? Long.compare(Long.parseLong(one), Long.parseLong(other))
                    : one.compareTo(other);

    @Override
    public int compareTo(Version other) {
        String[] parts = text.split("[.-]", -1);
        String[] others = other.text.split("[.-]", -1);
        for (int i = 0; i < Math.max(parts.length, others.length); i++) {
            // 1.6 and 1.6.0 are the same
            int order = PARTS.compare(i < parts.length ? parts[i] : "0", i < others.length ? others[i] : "0");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return text;
    }
}
