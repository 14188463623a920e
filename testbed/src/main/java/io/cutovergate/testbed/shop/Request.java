package io.cutovergate.testbed.shop;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client asked, with the variables of the route that matched. Whatever it asks wrongly is a {@link Problem}. */
record Request(HttpExchange exchange, Map<String, String> variables) {

    private static final int MAX_BODY = 65_536;

    String path() {
        return exchange.getRequestURI().getPath();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A variable of the path. */
    String variable(String name) {
        return Optional.ofNullable(variables.get(name)).orElseThrow();
    }

    /** A variable of the path that is a row's number; anything else names nothing, so 404. */
    long id() {
        String text = variable("id");
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw Problem.notFound("no such number: " + text);
        }
        return Long.parseLong(text);
    }

    /** All of the query string. */
    Map<String, String> query() {
        return Forms.decode(
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    }

    /** A whole number of the query string, within bounds; the fallback when it is absent. */
    long query(String name, long fallback, long least, long most) {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return fallback;
        }
        if (text.get().matches("[0-9]{1,18}")) {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw Problem.badRequest(name + " is a number from " + least + " to " + most);
    }

    private Optional<String> query(String name) {
        URI uri = exchange.getRequestURI();
        String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /** The body as JSON of that shape. */
    <T> T json(Class<T> type) throws IOException {
        return parse(body(), type);
    }

    /** The bytes of a body that says to be JSON. */
    byte[] body() throws IOException {
        if (header("Content-Type")
                .filter(value -> value.startsWith("application/json"))
                .isEmpty()) {
            throw Problem.unsupportedType();
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw Problem.tooLarge(MAX_BODY);
        }
        return body;
    }

    /** The fields of a form. */
    Map<String, String> form() throws IOException {
        if (header("Content-Type").filter(value -> value.startsWith(Forms.TYPE)).isEmpty()) {
            throw Problem.unsupportedType();
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw Problem.tooLarge(MAX_BODY);
        }
        return Forms.decode(new String(body, StandardCharsets.UTF_8));
    }

    /** The value of a cookie (RFC 6265, section 5.4). */
    Optional<String> cookie(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().get("Cookie")).stream()
                .flatMap(List::stream)
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    static <T> T parse(byte[] body, Class<T> type) throws IOException {
        try {
            return Json.read(body, type);
        } catch (JsonProcessingException e) {
            JsonLocation where = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
            throw Problem.badRequest("the body is not the JSON that is expected here: line " + where.getLineNr()
                    + ", column " + where.getColumnNr());
        }
    }
}
