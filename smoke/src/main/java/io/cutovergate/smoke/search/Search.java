package io.cutovergate.smoke.search;

import io.cutovergate.harness.config.Request;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way of asking a store, with places for what is looked for.
 *
 * @param body a text of JSON, or null
 * @param status of an answer that counts
 * @param whole JSONPath expressions and the values that say that everything was searched
 * @param hits JSONPath of what is found, or of its number
 * @param pages the member that an answer which is not the last gives, and the next request repeats; or null
 */
public record Search(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        int status,
        Map<String, String> whole,
        String hits,
        @Nullable String pages) {

    static final String JSON = "application/json";

    static Search get(String path, Map<String, String> whole, String hits) {
        return new Search("GET", path, Map.of(), null, 200, whole, hits, null);
    }

    static Search post(String path, String body, Map<String, String> whole, String hits) {
        return new Search("POST", path, Map.of("Content-Type", JSON), body, 200, whole, hits, null);
    }

    /** What the files declare for a store of another kind. */
    static Search declared(@Nullable Request ask, @Nullable String hits) {
        return DeclaredSearch.of(Objects.requireNonNull(ask), Objects.requireNonNull(hits));
    }
}
