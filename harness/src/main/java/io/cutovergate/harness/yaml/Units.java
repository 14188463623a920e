package io.cutovergate.harness.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Durations as the files write them: a whole number and one unit of {@code ms s m h d}. */
public final class Units {

    private static final Map<String, Duration> LARGEST_FIRST = new LinkedHashMap<>();

    static {
        LARGEST_FIRST.put("d", Duration.ofDays(1));
        LARGEST_FIRST.put("h", Duration.ofHours(1));
        LARGEST_FIRST.put("m", Duration.ofMinutes(1));
        LARGEST_FIRST.put("s", Duration.ofSeconds(1));
        LARGEST_FIRST.put("ms", Duration.ofMillis(1));
    }

    private Units() {}

    /** Reads {@code 300ms}, {@code 30s}, {@code 15m}, {@code 2h} or {@code 14d}; anything else is an {@link IllegalArgumentException}. */
    public static Duration duration(String text) {
        Measure measure = Measure.of(text);
        Duration unit = LARGEST_FIRST.get(measure.unit());
        if (unit == null) {
            throw new IllegalArgumentException("unknown unit of time: " + text);
        }
        try {
            return unit.multipliedBy(measure.count());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("too long a duration: " + text, e);
        }
    }

    /**
     * Prints a duration in the largest unit that keeps it a whole number: {@code 15m}, {@code 90s}, {@code 0s}. A
     * measured one below a millisecond is printed as a fraction of it: {@code 0.25ms}.
     */
    public static String print(Duration duration) {
        if (duration.isZero()) {
            return "0s";
        }
        for (Map.Entry<String, Duration> unit : LARGEST_FIRST.entrySet()) {
            long count = duration.dividedBy(unit.getValue());
            if (unit.getValue().multipliedBy(count).equals(duration)) {
                return count + unit.getKey();
            }
        }
        BigDecimal millis = BigDecimal.valueOf(duration.getSeconds())
                .movePointRight(3)
                .add(BigDecimal.valueOf(duration.getNano()).movePointLeft(6));
        return millis.stripTrailingZeros().toPlainString() + "ms";
    }

    /** About how long a duration is that no large unit counts in whole numbers: {@code 2.0d}; empty where it is plain. */
    public static String about(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(3)) < 0 || !print(duration).endsWith("s")) {
            return "";
        }
        for (Map.Entry<String, Duration> unit : LARGEST_FIRST.entrySet()) {
            if (duration.compareTo(unit.getValue()) >= 0) {
                double count = (double) duration.toSeconds() / unit.getValue().toSeconds();
                return String.format(Locale.ROOT, "%.1f%s", count, unit.getKey());
            }
        }
        return "";
    }
}
