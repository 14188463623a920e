package io.cutovergate.harness.yaml;

import java.time.Duration;

/**
 * Events in a span of time, written {@code 200/s}, {@code 30/m} or {@code 5/h}.
 *
 * @param events how many; a whole number, zero or more
 * @param per the span: one second, minute or hour
 */
public record Rate(long events, Duration per) {

    public Rate {
        if (events < 0 || !(per.toSeconds() == 1 || per.toSeconds() == 60 || per.toSeconds() == 3600)) {
            throw new IllegalArgumentException("a rate is zero or more events per second, minute or hour");
        }
    }

    /** Reads {@code 200/s}, {@code 30/m} or {@code 5/h}; anything else is an {@link IllegalArgumentException}. */
    public static Rate parse(String text) {
        Measure measure = Measure.of(text);
        return new Rate(
                measure.count(),
                switch (measure.unit()) {
                    case "/s" -> Duration.ofSeconds(1);
                    case "/m" -> Duration.ofMinutes(1);
                    case "/h" -> Duration.ofHours(1);
                    default -> throw new IllegalArgumentException("unknown unit of a rate: " + text);
                });
    }

    /** The rate in events per second. */
    public double perSecond() {
        return (double) events / per.toSeconds();
    }

    /** The rate as it is written: {@code 30/m}. */
    @Override
    public String toString() {
        return events + "/" + Units.print(per).substring(1);
    }
}
