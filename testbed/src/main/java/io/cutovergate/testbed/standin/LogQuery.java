package io.cutovergate.testbed.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of LogQL that finds lines: a stream selector and any number of line filters, such as
 * {@code {app="backend"} |= "text" !~ "pattern"}.
 */
record LogQuery(Selector streams, List<LineFilter> filters) {
    private static final Pattern FILTER =
            Pattern.compile("\\s*(\\|=|\\|~|!=|!~)\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|`([^`]*)`)\\s*");

    /** A condition on the line's text. */
    record LineFilter(String operator, String text) {
        boolean matches(String line) {
            return switch (operator) {
                case "|=" -> line.contains(text);
                case "!=" -> !line.contains(text);
                case "|~" -> Pattern.compile(text).matcher(line).find();
                default -> !Pattern.compile(text).matcher(line).find();
            };
        }
    }

    /** Reads a query; {@link IllegalArgumentException} says what cannot be read. */
    static LogQuery parse(String query) {
        int end = query.indexOf('}') + 1;
        if (!query.stripLeading().startsWith("{") || end == 0) {
            throw new IllegalArgumentException("a query starts with {label=\"value\"}: " + query);
        }
        Selector streams = Selector.parse(query.substring(0, end));
        List<LineFilter> filters = new ArrayList<>();
        Matcher filter = FILTER.matcher(query);
        while (end < query.length() && filter.find(end) && filter.start() == end) {
            String text = filter.group(2) == null ? filter.group(3) : Selector.unescape(filter.group(2));
            filters.add(new LineFilter(filter.group(1), text));
            end = filter.end();
        }
        if (!query.substring(end).isBlank()) {
            throw new IllegalArgumentException("this stand-in does not know: " + query.substring(end));
        }
        return new LogQuery(streams, filters);
    }

    boolean matches(LogLine line) {
        return streams.matches("", line.labels()) && filters.stream().allMatch(filter -> filter.matches(line.text()));
    }
}
