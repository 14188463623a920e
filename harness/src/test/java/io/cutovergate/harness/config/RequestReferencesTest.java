package io.cutovergate.harness.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestReferencesTest {

    @TempDir
    Path folder;

    @Test
    void aPathUsesWhatARequestBeforeItCaptures() throws IOException {
        assertThat(problems("[ { get: \"/a/{id}\" }, { get: /a, capture: { id: $.id } } ]", ""))
                .contains(
                        "services.backend.requests[0].get: no request before this one captures id; captured is nothing");
        assertThat(problems("[ { get: /a, capture: { id: $.id } }, { get: \"/a/{id}\" } ]", ""))
                .isEmpty();
    }

    @Test
    void aValueIsFoundByAJsonPathOrInAHeader() throws IOException {
        assertThat(problems("[ { get: /a, capture: { id: id } } ]", ""))
                .contains("'id' is neither a JSONPath, such as $.id, nor a header, such as header Location");
    }

    @Test
    void anExpressionForAHeaderIsOne() throws IOException {
        assertThat(problems("[ { get: /a, answer-headers: { ETag: \"~ (\" } } ]", ""))
                .contains("Unclosed group near index 1");
    }

    @Test
    void whatIsComparedStandsAlone() throws IOException {
        assertThat(problems("[ { get: /a, capture: { id: $.id } }, { get: \"/a/{id}\", parity: true } ]", ""))
                .contains("parity compares requests that stand alone; this one uses id");
    }

    @Test
    void otherRequestsHaveNoChain() throws IOException {
        assertThat(problems("[]", "writes: [ { post: /a, capture: { id: $.id } } ]"))
                .contains("services.backend.writes[0].capture: only services.*.requests have capture");
    }

    private String problems(String requests, String more) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), """
                format: 1
                name: test
                services:
                  backend:
                    host: api
                    health: { ready: /ready }
                    requests: %s
                    %s
                """.formatted(requests, more));
        Path file = Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: test
                public: { hosts: { api: api.shop.test } }
                target: { name: here }
                """);
        Problems problems = new Problems();
        MigrationFiles.read(file, new MachineResolver(Map.of()), problems);
        return problems.toString();
    }
}
