package io.cutovergate.smoke.parity;

import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.json.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What an answer says, value by value: its status, the headers that mean something to a client, and the values of its body
 * by their paths; of a body that is no JSON, its lines.
 */
record Facts(SortedMap<String, String> values) {

    /** Others tell of the way and the moment, as Date and Server do. */
    private static final List<String> HEADERS = List.of(
            "Content-Type",
            "Content-Language",
            "Content-Disposition",
            "Cache-Control",
            "Location",
            "Link",
            "Allow",
            "WWW-Authenticate",
            "Access-Control-Allow-Origin",
            "Strict-Transport-Security");

    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    /**
     * Reads an answer, all of it.
     *
     * @param plain makes the names of a side those of both
     */
    static Facts of(HttpAnswer answer, UnaryOperator<String> plain) {
        TreeMap<String, String> values = new TreeMap<>();
        values.put("status", String.valueOf(answer.status()));
        for (String header : HEADERS) {
            answer.header(header).ifPresent(value -> values.put("header " + header, plain.apply(value)));
        }
        JsonBody body = JsonBody.of(answer.whole());
        if (body.isJson()) {
            body.leaves().forEach((path, value) -> values.put(path, plain.apply(value)));
        } else {
            List<String> lines = answer.body().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                values.put("line " + (i + 1), plain.apply(lines.get(i)));
            }
        }
        return new Facts(values);
    }

    /** Whether a path leads into the body. */
    static boolean isOfBody(String path) {
        return path.startsWith("$") || path.startsWith("line ");
    }

    /** The path for whichever element: {@code $.items[*].price}. */
    static String general(String path) {
        return INDEX.matcher(path).replaceAll("[*]");
    }

    /** Whether it holds the same values under the same paths, but for their order in arrays. */
    boolean reordered(Facts other) {
        return values.size() == other.values.size() && unordered().equals(other.unordered());
    }

    private List<String> unordered() {
        return values.entrySet().stream().map(Facts::unordered).sorted().toList();
    }

    private static String unordered(Map.Entry<String, String> value) {
        return general(value.getKey()) + " " + value.getValue();
    }
}
