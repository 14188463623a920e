package io.cutovergate.testbed.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The selector that Prometheus and Loki share: {@code name{label="value",label=~"pattern"}}.
 *
 * @param name of the metric; empty for any
 * @param matchers all of which have to hold
 */
record Selector(String name, List<LabelMatcher> matchers) {
    private static final Pattern WHOLE = Pattern.compile("\\s*([a-zA-Z_:][\\w:]*)?\\s*(?:\\{([^}]*)\\})?\\s*");
    private static final Pattern ONE =
            Pattern.compile("\\s*([a-zA-Z_]\\w*)\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(,|$)");

    /** A condition on one label; patterns are anchored, and a label that is absent is empty. */
    record LabelMatcher(String label, String operator, String value) {
        boolean matches(Map<String, String> labels) {
            String actual = labels.getOrDefault(label, "");
            return switch (operator) {
                case "=" -> actual.equals(value);
                case "!=" -> !actual.equals(value);
                case "=~" -> actual.matches(value);
                default -> !actual.matches(value);
            };
        }
    }

    /** Reads a selector; {@link IllegalArgumentException} says what cannot be read. */
    static Selector parse(String text) {
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            throw new IllegalArgumentException("not a selector: " + text);
        }
        List<LabelMatcher> matchers = new ArrayList<>();
        String labels = whole.group(2) == null ? "" : whole.group(2);
        Matcher one = ONE.matcher(labels);
        int end = 0;
        while (end < labels.length() && one.find(end) && one.start() == end) {
            matchers.add(new LabelMatcher(one.group(1), one.group(2), unescape(one.group(3))));
            end = one.end();
        }
        if (!labels.substring(end).isBlank()) {
            throw new IllegalArgumentException("not a label matcher: " + labels.substring(end));
        }
        return new Selector(whole.group(1) == null ? "" : whole.group(1), matchers);
    }

    boolean matches(String metric, Map<String, String> labels) {
        return (name.isEmpty() || name.equals(metric))
                && matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    static String unescape(String quoted) {
        return quoted.replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
