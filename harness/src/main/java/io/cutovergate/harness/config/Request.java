package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

        @Key(
                value =
                        "Headers that the answer must have, exactly; after ~ a regular expression for all of the value; absent for one that it must not have.",
                example = "{ Cache-Control: no-store, ETag: '~ \".+\"', Server: absent }")
        Map<String, String> answerHeaders,

        @Key(value = "JSONPath expressions and the values they must give.", example = "{ \"$.items.length()\": 5 }")
        Map<String, Object> json,

        @Key(
                value =
                        "JSON Schema that the answer must keep to, in the dialect that its $schema names; without one in that of 2020-12.",
                example = "product.schema.json")
        @Nullable
        Path schema,

        @Key(
                value =
                        "Values of the answer that later requests of the service use: by a name, a JSONPath or header and its name. {name} in their path, headers and body stands for the value.",
                example = "{ order: $.id, version: header ETag }")
        Map<String, String> capture,

        @Key(
                value =
                        "Whether it sends and keeps cookies, together with the other requests of the service that say so.",
                byDefault = "false")
        boolean cookies,

        @Key(value = "Whether redirects are followed, and the answer at their end is judged.", byDefault = "none")
        Redirects redirects,

        @Key(
                "Content coding that is asked for, and that the answer must have; decoded it must be what is answered without it.")
        @Nullable
        Coding compressed,

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

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][\\w-]*)\\}");

    /** What becomes of an answer that leads elsewhere. */
    public enum Redirects {
        FOLLOW,
        NONE
    }

    /** A content coding (RFC 9110, section 8.4.1; RFC 7932). */
    public enum Coding {
        GZIP,
        BR;

        /** Its name in headers. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Request {
        answerHeaders.values().stream()
                .filter(value -> value.startsWith("~"))
                .forEach(value -> Pattern.compile(value.substring(1).strip()));
        capture.values().forEach(Request::requirePlace);
        if (parity && cookies) {
            throw new IllegalArgumentException("parity compares requests that stand alone, and so none with cookies");
        }
        long given = Stream.of(get, head, post, put, patch, delete)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw new IllegalArgumentException("exactly one of get, head, post, put, patch and delete is needed");
        }
    }

    private static void requirePlace(String place) {
        if (!place.startsWith("$") && !place.startsWith("header ")) {
            throw new IllegalArgumentException(
                    "'" + place + "' is neither a JSONPath, such as $.id, nor a header, such as header Location");
        }
    }

    /** The names between braces in path, headers and body, where a value may be meant that an earlier request captures. */
    public Set<String> placeholders() {
        return Stream.of(path(), headers.toString(), String.valueOf(body), answerHeaders.toString())
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of those in its path, where nothing else can be meant (RFC 3986 has no braces). */
    Set<String> placeholdersInPath() {
        return PLACEHOLDER
                .matcher(path())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys given here that only the requests of a service have. */
    List<String> keysOfServices() {
        Map<String, Boolean> keys = new TreeMap<>(Map.of(
                "capture",
                !capture.isEmpty(),
                "cookies",
                cookies,
                "redirects",
                redirects != Redirects.NONE,
                "compressed",
                compressed != null));
        return keys.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
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
