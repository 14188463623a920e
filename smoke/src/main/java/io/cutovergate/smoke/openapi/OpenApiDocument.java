package io.cutovergate.smoke.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;
import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * An OpenAPI document, 3.0 or 3.1, in one file: its operations, and its schemas in the dialect of its version (OpenAPI
 * Specification 3.1.0, section 4.8.24; 3.0 has one of its own).
 */
final class OpenApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> METHODS = List.of("get", "head", "post", "put", "patch", "delete");
    /** By what the schemas know their document; nothing is loaded from there. */
    private static final String IRI = "https://openapi.invalid/document";

    /** RFC 5321, section 4.1.2, roughly. The library's own rule knows the public top-level domains, and refuses all others. */
    private static final Format EMAIL = PatternFormat.of(
            "email", "^(\".+\"|[^@\\s]+)@(\\[.+\\]|[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)*)$", "format.email");

    private final Path file;
    private final JsonNode root;
    private final JsonSchemaFactory schemas;

    private OpenApiDocument(Path file, JsonNode root) {
        this.file = file;
        this.root = root;
        String version = root.path("openapi").asText();
        if (!version.startsWith("3.0.") && !version.startsWith("3.1.")) {
            throw new Unexamined(file + ": openapi is '" + version + "'; this version reads 3.0 and 3.1");
        }
        JsonMetaSchema dialect = JsonMetaSchema.builder(
                        version.startsWith("3.0.") ? OpenApi30.getInstance() : OpenApi31.getInstance())
                .format(EMAIL)
                .build();
        this.schemas = JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(dialect.getIri())
                .metaSchema(dialect)
                .build();
    }

    /** Reads YAML or JSON; {@link Unexamined} says why it cannot be read. */
    static OpenApiDocument read(Path file) {
        try {
            Object tree = new Load(
                            LoadSettings.builder().setLabel(file.toString()).build())
                    .loadFromString(Files.readString(file));
            return new OpenApiDocument(file, JSON.valueToTree(tree));
        } catch (IOException | YamlEngineException | IllegalArgumentException e) {
            throw new Unexamined("the OpenAPI document cannot be read: " + e.getMessage(), e);
        }
    }

    /** In the order of the document. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> {
            for (String method : METHODS) {
                JsonNode operation = path.getValue().path(method);
                if (operation.isObject()) {
                    operations.add(new Operation(
                            this, method.toUpperCase(Locale.ROOT), path.getKey(), path.getValue(), operation));
                }
            }
        });
        return operations;
    }

    JsonNode root() {
        return root;
    }

    /** What a reference within the document means; the node itself where it is none. */
    JsonNode resolved(JsonNode node) {
        JsonNode current = node;
        for (int i = 0; i < 8 && current.path("$ref").isTextual(); i++) {
            String reference = current.get("$ref").asText();
            if (!reference.startsWith("#/")) {
                throw new Unexamined(file + ": " + reference + " is in another file: bundle the document into one");
            }
            current = root.at(reference.substring(1));
        }
        return current.isMissingNode() ? MissingNode.getInstance() : current;
    }

    /** What of a value breaks a schema, readable; nothing where it holds. */
    List<String> breaches(JsonNode schema, JsonNode value) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ROOT)
                .build();
        // References are looked for in the schema itself.
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.path("components"));
        JsonSchema held = schemas.getSchema(SchemaLocation.of(IRI), whole, config);
        return held.validate(value).stream().map(Object::toString).sorted().toList();
    }
}
