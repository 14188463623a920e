package io.cutovergate.harness.yaml;

/**
 * Paths of keys as problems print them: {@code services.backend.requests[0].json."$.items"}. A key with anything but
 * letters, digits, {@code -} and {@code _} stands in quotes.
 */
final class KeyPaths {

    private KeyPaths() {}

    static String key(String parent, String key) {
        String step = isPlain(key) ? key : '"' + key.replace("\"", "\\\"") + '"';
        return parent.isEmpty() ? step : parent + "." + step;
    }

    static String item(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** The path without its last step; empty at the root. */
    static String parent(String path) {
        if (path.endsWith("]")) {
            return path.substring(0, path.lastIndexOf('['));
        }
        boolean quoted = false;
        int end = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"' && !(i > 0 && path.charAt(i - 1) == '\\')) {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                end = i;
            }
        }
        return path.substring(0, end);
    }

    private static boolean isPlain(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
    }
}
