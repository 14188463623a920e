package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A method, a path such as {@code /api/orders/{id}} and who answers. */
record Route(String method, String template, Handler handler) {

    /** Answers a request or throws a {@link Problem}. */
    interface Handler {
        Reply answer(Request request) throws IOException, SQLException;
    }

    static Route get(String template, Handler handler) {
        return new Route("GET", template, handler);
    }

    static Route post(String template, Handler handler) {
        return new Route("POST", template, handler);
    }

    static Route delete(String template, Handler handler) {
        return new Route("DELETE", template, handler);
    }

    /** HEAD is answered wherever GET is (RFC 9110, section 9.1). */
    boolean allows(String asked) {
        return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
    }

    /** The path's variables by name; empty when the path is another one. */
    Optional<Map<String, String>> match(String path) {
        String[] expected = template.split("/", -1);
        String[] actual = path.split("/", -1);
        if (expected.length != actual.length) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                variables.put(expected[i].substring(1, expected[i].length() - 1), actual[i]);
            } else if (!expected[i].equals(actual[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
