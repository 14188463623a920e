package io.cutovergate.testbed.shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer: status, headers of its own (the common ones come from {@code Front}), body. */
record Reply(int status, Map<String, String> headers, String body) {

    static Reply json(int status, Object value) {
        return new Reply(status, Map.of("Content-Type", "application/json"), Json.text(value));
    }

    /** JSON that is written already. */
    static Reply json(String json) {
        return new Reply(200, Map.of("Content-Type", "application/json"), json);
    }

    static Reply text(String type, String text) {
        return new Reply(200, Map.of("Content-Type", type), text);
    }

    static Reply empty(int status) {
        return new Reply(status, Map.of(), "");
    }

    Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }
}
