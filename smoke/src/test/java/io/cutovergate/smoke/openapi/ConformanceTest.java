package io.cutovergate.smoke.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConformanceTest {

    private static final String DOCUMENT = """
            openapi: %s
            info: { title: t, version: "1" }
            security: [ { bearer: [] } ]
            paths:
              /things/{id}:
                parameters: [ { $ref: "#/components/parameters/Id" } ]
                get:
                  parameters:
                    - { name: q, in: query, schema: { type: string } }
                    - { name: page, in: query, required: true, schema: { type: integer, default: 1 } }
                  responses:
                    "200": { description: d, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
                    4XX: { description: d }
                post:
                  security: [ {}, { bearer: [] } ]
                  requestBody: { content: { application/json: {} } }
                  responses: { "201": { description: d } }
              /unknown/{key}:
                get:
                  parameters: [ { name: key, in: path, required: true, schema: { type: string } } ]
                  responses: { default: { description: d } }
            components:
              parameters:
                Id: { name: id, in: path, required: true, schema: { type: string }, examples: { one: { value: a b } } }
              schemas:
                Thing:
                  type: object
                  required: [ id ]
                  properties: { id: { type: integer }, at: { type: string, format: date-time }, to: { type: string, format: email }, next: { $ref: "#/components/schemas/Thing" } }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0"})
    void aBodyKeepsToItsSchema(String version) {
        Operation get = operation(version, 0);
        assertThat(breaches(get, 200, "{\"id\":1,\"next\":{\"id\":2}}")).isEmpty();
        assertThat(breaches(get, 200, "{\"id\":\"1\"}"))
                .singleElement()
                .asString()
                .contains("/id", "integer");
        assertThat(breaches(get, 200, "{\"id\":1,\"next\":{}}"))
                .singleElement()
                .asString()
                .contains("/next", "required property 'id' not found");
        assertThat(breaches(get, 200, "{\"id\":1,\"at\":\"yesterday\"}"))
                .singleElement()
                .asString()
                .contains("date-time");
        assertThat(breaches(get, 200, "{\"id\":1")).singleElement().asString().startsWith("the body is no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0"})
    void anAddressMayBeOfATopLevelDomainThatIsNotPublic(String version) {
        Operation get = operation(version, 0);
        assertThat(breaches(get, 200, "{\"id\":1,\"to\":\"ada@shop.test\"}")).isEmpty();
        assertThat(breaches(get, 200, "{\"id\":1,\"to\":\"ada at shop.test\"}"))
                .singleElement()
                .asString()
                .contains("/to", "email");
    }

    @Test
    void theNullsOfVersion30AreKnown() {
        String nullable = DOCUMENT.replace("id: { type: integer }", "id: { type: integer, nullable: true }");
        assertThat(breaches(first(nullable.formatted("3.0.3")), 200, "{\"id\":null}"))
                .isEmpty();
    }

    @Test
    void statusAndTypeAreDocumented() {
        Operation get = operation("3.1.0", 0);
        assertThat(breaches(get, 404, "gone")).isEmpty();
        assertThat(breaches(get, 302, "")).containsExactly("status 302 is not documented");
        assertThat(breaches(get, 503, "")).containsExactly("the service fails: 503");
        assertThat(breaches(get, 200, "")).containsExactly("the answer is empty, a body is documented");
        assertThat(Conformance.breaches(get, answer(200, "text/html; charset=utf-8", "<p>")))
                .containsExactly("Content-Type text/html; charset=utf-8 is not documented for status 200");
    }

    @Test
    void whatMustBeGivenHasAnExampleOrIsNotAsked() {
        assertThat(operation("3.1.0", 0).sample()).contains("/things/a%20b?page=1");
        assertThat(operation("3.1.0", 2).sample()).isEmpty();
    }

    @Test
    void whoMayAskWithoutALoginDoes() {
        assertThat(operation("3.1.0", 0).secured()).isTrue();
        assertThat(operation("3.1.0", 1).secured()).isFalse();
        assertThat(operation("3.1.0", 1).takesJson()).isTrue();
    }

    @Test
    void anotherVersionIsNotGuessedAt() {
        assertThatThrownBy(() -> first("swagger: '2.0'"))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("this version reads 3.0 and 3.1");
        assertThatThrownBy(() -> first("a: [")).isInstanceOf(Unexamined.class).hasMessageContaining("cannot be read");
    }

    private Operation operation(String version, int number) {
        return document(DOCUMENT.formatted(version)).operations().get(number);
    }

    private Operation first(String text) {
        return document(text).operations().get(0);
    }

    private OpenApiDocument document(String text) {
        try {
            return OpenApiDocument.read(Files.writeString(folder.resolve("api.yaml"), text));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> breaches(Operation operation, int status, String body) {
        return Conformance.breaches(operation, answer(status, "application/json", body));
    }

    private static HttpAnswer answer(int status, String type, String body) {
        return new HttpAnswer(
                status, Map.of("Content-Type", List.of(type)), body, false, Duration.ZERO, "127.0.0.1:1", "http/1.1");
    }
}
