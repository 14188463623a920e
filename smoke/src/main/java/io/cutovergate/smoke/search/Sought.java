package io.cutovergate.smoke.search;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is looked for, by the names of the places that stand for it in a {@link Search}.
 *
 * @param values {@code {mark}}, {@code {query}}, {@code {from-millis}} and so on, without the braces
 */
public record Sought(Map<String, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    /** The query has its places filled, but for the times. */
    public static Sought of(Map<String, String> values, Instant from, Instant to) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("from", from.toString());
        all.put("to", to.toString());
        all.put("from-millis", Long.toString(from.toEpochMilli()));
        all.put("to-millis", Long.toString(to.toEpochMilli()));
        all.put("from-nanos", Long.toString(nanos(from)));
        all.put("to-nanos", Long.toString(nanos(to)));
        return new Sought(all);
    }

    /** In a path or query of a URL. */
    String inUrl(String text) {
        return fill(
                text, value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** Within the strings of a text of JSON (RFC 8259, section 7). */
    String inJson(String text) {
        return fill(
                text, value -> String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value)));
    }

    /** As it is. */
    String inHeader(String text) {
        return fill(text, UnaryOperator.identity());
    }

    /** Braces that are no place of ours stay. */
    private String fill(String text, UnaryOperator<String> escaped) {
        return PLACE.matcher(text).replaceAll(place -> {
            String value = values.get(place.group(1));
            return Matcher.quoteReplacement(value == null ? place.group() : escaped.apply(value));
        });
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
