package io.cutovergate.testbed.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A backend in this JVM on a free port, and a client of it. */
record TestBackend(Backend backend, HttpClient http) implements AutoCloseable {

    /** Starts it with settings on top of the usual ones. */
    static TestBackend start(List<Map<String, String>> settings) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of(
                "SHOP_PORT", "0", "SHOP_INSTANCE", "backend-1", "SHOP_SIDE", "target", "SHOP_DIGEST", "sha256:1234"));
        settings.forEach(all::putAll);
        return new TestBackend(Backend.start(new Env(all)), HttpClient.newHttpClient());
    }

    /** Asks; a body makes it JSON. Headers in pairs of name and value. */
    Answer ask(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + backend.port() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    Answer get(String path, String... headers) throws IOException, InterruptedException {
        return ask("GET", path, "", headers);
    }

    /** An answer as tests look at it. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode json() throws IOException {
            return Json.read(body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
        }
    }

    @Override
    public void close() throws IOException {
        backend.close();
    }
}
