package io.cutovergate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.testbed.TestbedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** Lets the testbed's public names mean its target, as after a cutover: by the interface that Cloudflare's users have. */
final class PublicNameSwitch {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, String> variables;

    PublicNameSwitch(Map<String, String> variables) {
        this.variables = variables;
    }

    void toTarget() {
        String entry = variable("TARGET_ENTRY");
        String address = entry.substring(0, entry.lastIndexOf(':'));
        for (JsonNode record : call("GET", "", "").path("result")) {
            if (record.path("type").asText().equals("A")) {
                call("PATCH", "/" + record.path("id").asText(), "{\"content\":\"" + address + "\"}");
            }
        }
    }

    private JsonNode call(String method, String path, String body) {
        URI records = URI.create(variable("DNS_API") + "/zones/" + variable("DNS_ZONE") + "/dns_records" + path);
        HttpRequest request = HttpRequest.newBuilder(records)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + variable("DNS_TOKEN"))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            JsonNode answer = new ObjectMapper()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("success").asBoolean()) {
                throw new TestbedException(
                        "the public names cannot be switched: " + method + " " + records + " answers " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new TestbedException("the public names cannot be switched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TestbedException("interrupted while the public names were switched", e);
        }
    }

    private String variable(String name) {
        return Objects.requireNonNull(variables.get("TESTBED_" + name), name);
    }
}
