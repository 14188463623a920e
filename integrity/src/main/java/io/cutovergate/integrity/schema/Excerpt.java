package io.cutovergate.integrity.schema;

/** The place where two long texts begin to differ. */
final class Excerpt {

    private static final int LONG = 120;
    private static final int BEFORE = 30;

    private Excerpt() {}

    /** The text in quotes, of a long one only the part from shortly before it differs from the other. */
    static String of(String text, String other) {
        if (text.length() <= LONG) {
            return quoted(text);
        }
        int same = 0;
        while (same < Math.min(text.length(), other.length()) && text.charAt(same) == other.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - BEFORE);
        int to = Math.min(text.length(), from + LONG);
        return quoted((from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : ""));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\n", "\\n") + "'";
    }
}
