package io.cutovergate.smoke;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The samples of one counter, over all instances and labels.
 *
 * @param samples how many there are
 * @param lines as they were exposed
 */
record CounterReading(int samples, BigDecimal sum, String lines) {

    /** Name, labels in braces, value, time (Prometheus, "Exposition formats"); a quoted label may hold a brace. */
    private static final String SAMPLE = "%s(?:\\{(?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*})?\\s+(?<value>\\S+)(?:\\s.*)?";

    static CounterReading of(String text, String counter) {
        Pattern sample = Pattern.compile(SAMPLE.formatted(Pattern.quote(counter)));
        List<Matcher> found =
                text.lines().map(sample::matcher).filter(Matcher::matches).toList();
        return new CounterReading(
                found.size(),
                found.stream()
                        .map(line -> new BigDecimal(line.group("value")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                found.stream().map(Matcher::group).collect(Collectors.joining("\n")));
    }

    @Override
    public String toString() {
        return sum.stripTrailingZeros().toPlainString() + " (" + samples + " samples)";
    }
}
