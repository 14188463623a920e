package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestChainTest {

    private static final String ORDERS = """
            - { post: /orders, body: { n: 1 }, status: 201, capture: { order: $.id, where: header Location } }
            - { get: "/orders/{order}", json: { "$.state": open }, answer-headers: { ETag: "~ \\"v\\\\d+\\"" } }
            - { get: "{where}" }
            - { delete: "/orders/{order}", headers: { X-Reason: "of {order}" }, status: 204 }
            - { get: "/orders/{order}", status: 404 }
            """;

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder).answers("/ready", 200, "{}");
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void valuesOfOneRequestAreUsedByThoseAfterItInTheOrderOfTheFile() {
        orders(201);
        ItemResult result = judge(ORDERS);
        assertThat(result.causes()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.PROVEN);
        assertThat(seen)
                .containsExactly("POST /orders", "GET /orders/a%20b", "GET /orders/a%20b", "DELETE of a b", "GET gone");
    }

    @Test
    void withoutTheValueThoseThatNeedItAreUnprovenWithItsCause() {
        orders(500);
        ItemResult result = judge(ORDERS);
        assertThat(seen).containsExactly("POST /orders");
        assertThat(result.obligations().stream()
                        .filter(one -> one.status() == Status.FAILED)
                        .map(one -> one.obligation().subject().name()))
                .containsExactly("backend POST /orders");
        assertThat(result.obligations().stream()
                        .filter(one -> one.status() == Status.UNPROVEN)
                        .map(ObligationResult::cause))
                .hasSize(8)
                .allMatch(cause -> cause.contains("blocked by backend POST /orders, which gave no {"))
                .anyMatch(cause -> cause.contains("gave no {order} ($.id): 500 from 127.0.0.1"));
    }

    @Test
    void anAnswerThatBreaksItsSchemaFailsInTheDialectOfTheSchema() throws IOException {
        // A tuple: "items" as a list is of draft 7, and means nothing in 2020-12.
        Files.writeString(folder.resolve("part.json"), "{\"type\":\"string\"}");
        Files.writeString(folder.resolve("pair.json"), """
                { "$schema": "http://json-schema.org/draft-07/schema#",
                  "items": [ { "type": "integer" }, { "$ref": "part.json" } ] }
                """);
        String request = "- { get: /pair, schema: pair.json }";
        deployment.answers("/pair", 200, "[1, \"a\"]");
        assertThat(judge(request).causes()).isEmpty();
        deployment.answers("/pair", 200, "[1, 2]");
        assertThat(judge(request).causes())
                .singleElement()
                .asString()
                .contains("breaches of its schema of backend GET /pair at target is 1; rule: exactly 0"
                        + " (services.backend.requests.schema)")
                .contains("string expected");
    }

    @Test
    void aSchemaThatLeadsElsewhereIsNotJudgedBy() throws IOException {
        Files.writeString(folder.resolve("pair.json"), "{ \"$ref\": \"https://schemas.test/pair.json\" }");
        deployment.answers("/pair", 200, "[1, 2]");
        assertThat(judge("- { get: /pair, schema: pair.json }").causes())
                .singleElement()
                .asString()
                .contains("https://schemas.test/pair.json is no file beside it");
    }

    @Test
    void redirectsAreFollowedWhereTheFileSaysSo() {
        deployment.answers("/old", 308, "{}", Map.of("Location", "/new"));
        deployment.answers("/new", 200, "{\"n\":1}");
        String requests = """
                - { get: /old, redirects: follow, json: { $.n: 1 } }
                - { get: /old, status: 308, answer-headers: { Location: /new } }
                """;
        assertThat(judge(requests).causes()).isEmpty();
        deployment.answers("/old", 302, "{}", Map.of("Location", "http://api.shop.test/new"));
        assertThat(String.join("\n", judge(requests).causes()))
                .contains("status of backend GET /old at target is 302; rule: exactly 200")
                .contains("status of backend GET /old (2) at target is 302; rule: exactly 308");
    }

    @Test
    void requestsWithCookiesShareThem() {
        deployment.answers("/basket", 200, "{}", Map.of("Set-Cookie", "basket=7; Path=/; Secure; HttpOnly"));
        deployment.answers("/total", exchange -> {
            String cookie = exchange.getRequestHeaders().getFirst("Cookie");
            TestServer.json(exchange, "basket=7".equals(cookie) ? 200 : 400, "{}", Map.of());
        });
        assertThat(judge("[ { get: /basket, cookies: true }, { get: /total, cookies: true } ]")
                        .causes())
                .isEmpty();
        assertThat(judge("[ { get: /basket, cookies: true }, { get: /total } ]").causes())
                .singleElement()
                .asString()
                .contains("status of backend GET /total at target is 400");
    }

    @Test
    void aCodingThatIsWantedMustBeSentAndHoldThePlainBody() {
        String request = "- { get: /text, compressed: gzip, json: { $.n: 1 } }";
        deployment.answers("/text", exchange -> coded(exchange, "{\"n\":1}", "{\"n\":1}"));
        assertThat(judge(request).causes()).isEmpty();
        deployment.answers("/text", exchange -> coded(exchange, "{\"n\": 1}", "{\"n\":1}"));
        assertThat(judge(request).causes())
                .singleElement()
                .asString()
                .contains("decoded body that is the plain one of backend GET /text at target is false");
        deployment.answers("/text", 200, "{\"n\":1}");
        assertThat(judge(request).causes())
                .singleElement()
                .asString()
                .contains("header Content-Encoding of backend GET /text at target is absent; rule: exactly gzip");
    }

    private static void coded(HttpExchange exchange, String coded, String plain) throws IOException {
        boolean wanted = "gzip".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
        if (!wanted) {
            TestServer.json(exchange, 200, plain, Map.of());
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(coded.getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, bytes.size());
        exchange.getResponseBody().write(bytes.toByteArray());
        exchange.close();
    }

    /** Orders that are placed with a status, read, and withdrawn. */
    private void orders(int placed) {
        deployment.answers("/orders", exchange -> {
            seen.add("POST /orders");
            TestServer.json(exchange, placed, "{\"id\":\"a b\"}", Map.of("Location", "/orders/a%20b"));
        });
        deployment.answers("/orders/a b", exchange -> {
            boolean gone = seen.contains("DELETE of a b");
            boolean ends = exchange.getRequestMethod().equals("DELETE");
            seen.add(
                    ends
                            ? "DELETE " + exchange.getRequestHeaders().getFirst("X-Reason")
                            : gone
                                    ? "GET gone"
                                    : "GET " + exchange.getRequestURI().getRawPath());
            int status = ends ? 204 : gone ? 404 : 200;
            TestServer.json(exchange, status, ends ? "" : "{\"state\":\"open\"}", Map.of("ETag", "\"v1\""));
        });
    }

    private ItemResult judge(String requests) {
        return deployment.judge(
                ApiChecks.class,
                "services:\n  backend:\n    host: api\n    health: { ready: /ready }\n    requests:\n"
                        + requests.indent(6),
                "",
                "");
    }
}
