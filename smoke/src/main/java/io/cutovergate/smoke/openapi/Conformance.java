package io.cutovergate.smoke.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.probe.http.HttpAnswer;
import java.util.List;
import java.util.Optional;

/** Holds an answer against what the document says of the operation. */
final class Conformance {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Conformance() {}

    /** What of the answer is not as documented; nothing where it keeps to the document. */
    static List<String> breaches(Operation operation, HttpAnswer answer) {
        if (answer.status() >= 500) {
            return List.of("the service fails: " + answer.status());
        }
        Optional<JsonNode> response = operation.response(answer.status());
        if (response.isEmpty()) {
            return List.of("status " + answer.status() + " is not documented");
        }
        if (answer.body().isEmpty() || !response.get().has("content")) {
            return response.get().has("content") && !operation.method().equals("HEAD")
                    ? List.of("the answer is empty, a body is documented")
                    : List.of();
        }
        String type = answer.header("Content-Type").orElse("none");
        Optional<JsonNode> media = Operation.media(response.get(), type);
        if (media.isEmpty()) {
            return List.of("Content-Type " + type + " is not documented for status " + answer.status());
        }
        return type.contains("json") && media.get().has("schema")
                ? ofBody(operation.document(), media.get().get("schema"), answer)
                : List.of();
    }

    private static List<String> ofBody(OpenApiDocument document, JsonNode schema, HttpAnswer answer) {
        try {
            return document.breaches(schema, JSON.readTree(answer.whole()));
        } catch (JsonProcessingException e) {
            return List.of("the body is no JSON: " + e.getOriginalMessage());
        }
    }
}
