package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request with the answer it must get. Exactly one of the methods is given, with path and query. */
@Section("A request with the answer it must get. Exactly one of get, head, post, put, patch and delete is given.")
public record Request(
        @Key(value = "Path and query of a GET.", example = "/api/products?limit=5") @Nullable
        String get,

        @Key("Path and query of a HEAD.") @Nullable String head,
        @Key("Path and query of a POST.") @Nullable String post,
        @Key("Path and query of a PUT.") @Nullable String put,
        @Key("Path and query of a PATCH.") @Nullable String patch,
        @Key("Path and query of a DELETE.") @Nullable String delete,
        @Key("Request headers.") Map<String, String> headers,

        @Key(value = "Body, sent as JSON.", example = "{ sku: A-1 }") @Nullable
        Object body,

        @Key("Account whose token is sent.") @Nullable String as,

        @Key(value = "Status of the answer.", byDefault = "200")
        int status,

        @Key(value = "Headers that the answer must have.", example = "{ Cache-Control: no-store }")
        Map<String, String> answerHeaders,

        @Key(value = "JSONPath expressions and the values they must give.", example = "{ \"$.items.length()\": 5 }")
        Map<String, Object> json,

        @Key("Time for the answer; otherwise limits.api-responds.within.") @Nullable
        Duration within,

        @Key(value = "Whether both sides must answer alike.", byDefault = "false")
        boolean parity,

        @Key(
                value =
                        "Values of the answer in which the sides may differ, besides those in which the source differs from"
                                + " itself; [*] for every element.",
                example = "[ \"$.items[*].servedBy\" ]")
        List<String> parityIgnore,

        @Key(value = "Share of this request in a scenario.", byDefault = "1")
        int weight) {

    public Request {
        long given = java.util.stream.Stream.of(get, head, post, put, patch, delete)
                .filter(java.util.Objects::nonNull)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException("exactly one of get, head, post, put, patch and delete is needed");
        }
    }

    /** The HTTP method, in capitals. */
    public String method() {
        return get != null
                ? "GET"
                : head != null
                        ? "HEAD"
                        : post != null ? "POST" : put != null ? "PUT" : patch != null ? "PATCH" : "DELETE";
    }

    /** Path and query. */
    public String path() {
        for (String path : new @Nullable String[] {get, head, post, put, patch, delete}) {
            if (path != null) {
                return path;
            }
        }
        throw new IllegalStateException("the constructor refuses a request without a method");
    }
}
