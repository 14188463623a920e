package io.cutovergate.probe.metrics;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The samples of one counter, over all instances and labels.
 *
 * @param series the value of each, by its name with the labels as they were exposed
 */
public record CounterReading(Map<String, BigDecimal> series) {

    /** Name, labels in braces, value, time (Prometheus, "Exposition formats"); a quoted label may hold a brace. */
    private static final String SAMPLE =
            "(?<series>%s(?:\\{(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*})?)\\s+(?<value>\\S+)(?:\\s.*)?";

    public static CounterReading of(String text, String counter) {
        Pattern sample = Pattern.compile(SAMPLE.formatted(Pattern.quote(counter)));
        Map<String, BigDecimal> series = new LinkedHashMap<>();
        text.lines()
                .map(sample::matcher)
                .filter(Matcher::matches)
                .forEach(found ->
                        series.merge(found.group("series"), new BigDecimal(found.group("value")), BigDecimal::add));
        return new CounterReading(series);
    }

    /** How many samples there are. */
    public int samples() {
        return series.size();
    }

    public BigDecimal sum() {
        return series.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * What each series has grown by since an earlier reading, of those that have. One that fell was begun anew from zero by
     * another process (Prometheus, "increase()").
     */
    public Map<String, BigDecimal> since(CounterReading earlier) {
        Map<String, BigDecimal> growth = new LinkedHashMap<>();
        series.forEach((name, now) -> {
            BigDecimal before = earlier.series.getOrDefault(name, BigDecimal.ZERO);
            BigDecimal grown = now.compareTo(before) < 0 ? now : now.subtract(before);
            if (grown.signum() > 0) {
                growth.put(name, grown);
            }
        });
        return growth;
    }

    /** A line for each. */
    public String lines() {
        return series.entrySet().stream()
                .map(sample -> sample.getKey() + " " + sample.getValue().toPlainString())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return sum().stripTrailingZeros().toPlainString() + " (" + samples() + " samples)";
    }
}
