package io.cutovergate.testbed.standin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of Prometheus' text exposition format, 0.0.4.
 *
 * @param value as it was written
 * @param millis since the epoch, when it was scraped
 */
record Sample(String name, Map<String, String> labels, String value, long millis) {
    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})?\\s+(\\S+).*");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** The samples of a scrape, each with the target's labels added; lines that are none are left out. */
    static List<Sample> parse(String text, Map<String, String> target, long millis) {
        return text.lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(line -> {
                    Map<String, String> labels = new TreeMap<>();
                    if (line.group(2) != null) {
                        LABEL.matcher(line.group(2)).results().forEach(one -> labels.put(one.group(1), one.group(2)));
                    }
                    labels.putAll(target);
                    return new Sample(line.group(1), labels, line.group(3), millis);
                })
                .toList();
    }

    String line() {
        return name
                + labels.entrySet().stream()
                        .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                        .collect(Collectors.joining(",", "{", "} "))
                + value + " " + millis + "\n";
    }
}
