package io.cutovergate.smoke.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.resource.InputStreamSource;
import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of an answer, in the dialect that its {@code $schema} names (JSON Schema 2020-12, section 8.1.1), else in
 * that of 2020-12. References lead to files beside it, and nowhere else.
 */
public record AnswerSchema(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What of a body breaks it, readable; nothing where it holds. {@link Unexamined} where the schema cannot be read. */
    public List<String> breaches(String body) {
        JsonNode value;
        try {
            value = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return List.of("the body is no JSON: " + e.getOriginalMessage());
        }
        if (value.isMissingNode()) {
            return List.of("the body is empty");
        }
        try {
            JsonNode schema = JSON.readTree(Files.readString(file));
            SpecVersion.VersionFlag dialect =
                    SpecVersionDetector.detectOptionalVersion(schema, true).orElse(SpecVersion.VersionFlag.V202012);
            SchemaValidatorsConfig config =
                    SchemaValidatorsConfig.builder().locale(Locale.ROOT).build();
            return JsonSchemaFactory.getInstance(
                            dialect,
                            builder -> builder.schemaLoaders(
                                    loaders -> loaders.add(location -> load(location.toString()))))
                    .getSchema(SchemaLocation.of(file.toUri().toString()), schema, config)
                    .validate(value)
                    .stream()
                    .map(Object::toString)
                    .sorted()
                    .toList();
        } catch (IOException | JsonSchemaException e) {
            throw new Unexamined("the JSON Schema " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Null leaves the dialects' own schemas to the library, which brings them along. */
    private static @Nullable InputStreamSource load(String location) {
        if (location.startsWith("file:")) {
            return () -> Files.newInputStream(Path.of(URI.create(location)));
        }
        if (location.startsWith("classpath:") || location.startsWith("resource:")) {
            return null;
        }
        throw new JsonSchemaException(location + " is no file beside it");
    }
}
