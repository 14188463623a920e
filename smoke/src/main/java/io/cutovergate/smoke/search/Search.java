package io.cutovergate.smoke.search;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One way of asking a store, with places for what is looked for.
 *
 * @param body a text of JSON, or null
 * @param status of an answer that counts
 * @param whole JSONPath expressions and the values that say that everything was searched
 * @param hits JSONPath of what is found, or of its number
 * @param pages the member that an answer which is not the last gives, and the next request repeats; or null
 * @param absent or null where that is told by no hits
 */
public record Search(
        String method,
        String path,
        Map<String, String> headers,
        @Nullable String body,
        int status,
        Map<String, String> whole,
        String hits,
        @Nullable String pages,
        @Nullable Absent absent) {

    /**
     * How a store says that it has nothing, other than by no hits.
     *
     * @param says JSONPath expressions and the values that tell the answer from that of a path that is wrong
     * @param alive path that the store itself answers with 200, to tell the same; or null
     */
    record Absent(
            int status, Map<String, String> says, @Nullable String alive) {}

    static final String JSON = "application/json";

    static Search get(String path, Map<String, String> whole, String hits) {
        return new Search("GET", path, Map.of(), null, 200, whole, hits, null, null);
    }

    static Search post(String path, String body, Map<String, String> whole, String hits) {
        return new Search("POST", path, Map.of("Content-Type", JSON), body, 200, whole, hits, null, null);
    }

    Search orAbsent(int answered, Map<String, String> says, @Nullable String alive) {
        return new Search(method, path, headers, body, status, whole, hits, pages, new Absent(answered, says, alive));
    }
}
