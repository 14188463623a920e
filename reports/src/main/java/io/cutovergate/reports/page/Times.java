package io.cutovergate.reports.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for people, in UTC because readers sit in several zones. */
final class Times {

    private static final DateTimeFormatter DAY = formatter("d MMMM yyyy");
    private static final DateTimeFormatter TIME = formatter("HH:mm:ss");

    private Times() {}

    /** {@code 22 November 2026}. */
    static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** {@code 18:30:00 to 18:33:02 UTC (3m 2s)}. */
    static String span(Instant started, Instant finished) {
        return TIME.format(started) + " to " + TIME.format(finished) + " UTC ("
                + length(Duration.between(started, finished)) + ")";
    }

    private static String length(Duration duration) {
        long minutes = duration.toMinutes();
        return (minutes == 0 ? "" : minutes + "m ") + duration.toSecondsPart() + "s";
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
