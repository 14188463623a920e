package io.cutovergate.load.injector;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places for the columns of a row: {@code /api/products/{id}}. What is no column stays as it is. */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)\\}");

    private Template() {}

    public static String fill(String text, Map<String, String> row) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(row.getOrDefault(place.group(1), place.group())));
    }

    /** The places of a text, whether they are columns or not. */
    public static List<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    }
}
