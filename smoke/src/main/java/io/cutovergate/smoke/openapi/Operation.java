package io.cutovergate.smoke.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One method of one path of an OpenAPI document. */
record Operation(OpenApiDocument document, String method, String path, JsonNode item, JsonNode operation) {

    /** The path with an example of every parameter that must be given, or nothing where one has no example. */
    Optional<String> sample() {
        String filled = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : parameters()) {
            String name = parameter.path("name").asText();
            String in = parameter.path("in").asText();
            boolean needed = parameter.path("required").asBoolean();
            Optional<String> example = example(parameter);
            if (needed && (example.isEmpty() || !(in.equals("path") || in.equals("query")))) {
                return Optional.empty();
            }
            if (in.equals("path")) {
                filled = filled.replace("{" + name + "}", encoded(example.orElseThrow()));
            } else if (in.equals("query") && needed) {
                query.add(encoded(name) + "=" + encoded(example.orElseThrow()));
            }
        }
        return Optional.of(filled + (query.isEmpty() ? "" : "?" + String.join("&", query)));
    }

    /** A parameter in the query, and whether the document bounds what it may hold. */
    record QueryParameter(String name, boolean bounded) {}

    List<QueryParameter> queryParameters() {
        return parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> new QueryParameter(
                        parameter.path("name").asText(), bounded(document.resolved(parameter.path("schema")))))
                .toList();
    }

    private static boolean bounded(JsonNode schema) {
        String type = schema.path("type").asText();
        return List.of("integer", "number", "boolean").contains(type)
                || schema.has("maxLength")
                || schema.has("enum")
                || schema.has("pattern");
    }

    /** Whether a JSON body is sent with it. */
    boolean takesJson() {
        return document.resolved(operation.path("requestBody")).path("content").has("application/json");
    }

    /** Whether somebody must have logged in (OpenAPI 3.1.0, section 4.8.10.1: an operation's own word counts). */
    boolean secured() {
        JsonNode security = operation.has("security")
                ? operation.get("security")
                : document.root().path("security");
        return StreamSupport.stream(security.spliterator(), false).anyMatch(needed -> !needed.isEmpty())
                && StreamSupport.stream(security.spliterator(), false).noneMatch(JsonNode::isEmpty);
    }

    /** What is documented of a status: its own entry, that of its class ({@code 4XX}), or the default. */
    Optional<JsonNode> response(int status) {
        JsonNode responses = operation.path("responses");
        return Stream.of(String.valueOf(status), status / 100 + "XX", "default")
                .map(responses::path)
                .filter(response -> !response.isMissingNode())
                .findFirst()
                .map(document::resolved);
    }

    /** What is documented of a media type, the most specific that fits (OpenAPI 3.1.0, section 4.8.17.1). */
    static Optional<JsonNode> media(JsonNode response, String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        JsonNode content = response.path("content");
        return Stream.of(type, type.split("/", 2)[0] + "/*", "*/*")
                .map(content::path)
                .filter(media -> !media.isMissingNode())
                .findFirst();
    }

    private List<JsonNode> parameters() {
        return Stream.of(item.path("parameters"), operation.path("parameters"))
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
                .map(document::resolved)
                .toList();
    }

    private Optional<String> example(JsonNode parameter) {
        JsonNode schema = document.resolved(parameter.path("schema"));
        return Stream.of(
                        parameter.path("example"),
                        parameter.path("examples").path(0).path("value"),
                        firstValue(parameter.path("examples")),
                        schema.path("example"),
                        schema.path("examples").path(0),
                        schema.path("default"),
                        schema.path("const"),
                        schema.path("enum").path(0))
                .filter(JsonNode::isValueNode)
                .findFirst()
                .map(JsonNode::asText);
    }

    private JsonNode firstValue(JsonNode examples) {
        return document.resolved(
                        examples.isEmpty() ? examples : examples.elements().next())
                .path("value");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
