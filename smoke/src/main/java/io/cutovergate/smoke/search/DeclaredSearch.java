package io.cutovergate.smoke.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.harness.config.Request;
import io.cutovergate.probe.json.JsonBody;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the request that the files declare. */
final class DeclaredSearch {

    private DeclaredSearch() {}

    static Search of(Request ask, String hits) {
        Map<String, String> headers = new LinkedHashMap<>(ask.headers());
        if (ask.body() != null) {
            headers.putIfAbsent("Content-Type", Search.JSON);
        }
        Map<String, String> whole = new LinkedHashMap<>();
        ask.json().forEach((path, value) -> whole.put(path, JsonBody.print(value)));
        return new Search(ask.method(), ask.path(), headers, body(ask), ask.status(), whole, hits, null, null);
    }

    private static @org.jspecify.annotations.Nullable String body(Request ask) {
        if (ask.body() == null) {
            return null;
        }
        try {
            return new ObjectMapper().writeValueAsString(ask.body());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + ask.body(), e);
        }
    }
}
