package io.cutovergate.smoke.request;

import com.fasterxml.jackson.databind.node.TextNode;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.Visit;
import io.cutovergate.probe.json.JsonBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Values that requests gave for those after them, by name. */
public record Captured(Map<String, String> values) {

    private static final String HEADER = "header ";

    public Captured {
        values = Map.copyOf(values);
    }

    static Captured nothing() {
        return new Captured(Map.of());
    }

    /** With what the answer gives; what it does not give stays away. */
    Captured with(Map<String, String> places, HttpAnswer answer) {
        JsonBody body = JsonBody.of(answer.body());
        Map<String, String> more = new TreeMap<>(values);
        places.forEach((name, place) -> {
            String value = place.startsWith(HEADER)
                    ? answer.header(place.substring(HEADER.length()).strip()).orElse(JsonBody.ABSENT)
                    : body.text(place);
            if (value.equals(JsonBody.ABSENT)) {
                more.remove(name);
            } else {
                more.put(name, value);
            }
        });
        return new Captured(more);
    }

    /** The text with the values in place of their names. */
    public String in(String text) {
        return in(text, UnaryOperator.identity());
    }

    /** The request with the values in path, headers and body; as the whole path an address of the same origin may be meant. */
    HttpRequest in(HttpRequest open, String path) {
        String origin = open.url().substring(0, open.url().length() - path.length());
        String url = path.matches("\\{[\\w-]+}") ? resolved(origin, in(path)) : origin + in(path, Captured::encoded);
        HttpRequest request = new HttpRequest(
                open.method(),
                url,
                open.headers(),
                open.body() == null ? null : in(open.body(), Captured::escaped),
                open.within(),
                open.fresh(),
                open.identity());
        for (Map.Entry<String, String> header : open.headers().entrySet()) {
            request = request.header(header.getKey(), in(header.getValue()));
        }
        return request;
    }

    private String in(String text, UnaryOperator<String> form) {
        String whole = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            whole = whole.replace("{" + value.getKey() + "}", form.apply(value.getValue()));
        }
        return whole;
    }

    /** The token of an account must not go to whoever an answer names. */
    private static String resolved(String origin, String location) {
        String url = Visit.resolved(origin + "/", location);
        if (!Visit.origin(url).equals(Visit.origin(origin))) {
            throw new Unexamined("the captured address " + url + " is not of " + origin + ", so it is not asked");
        }
        return url;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String escaped(String text) {
        String quoted = TextNode.valueOf(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
