package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.cutovergate.testbed.shop.TestBackend.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(WithDatabases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackendTest {

    private static final String ORIGIN = "https://www.shop.test:8443";

    private final TestIssuer issuer = new TestIssuer();
    private final Path log;
    private final TestBackend backend;

    BackendTest(TestServer server, @TempDir Path directory) throws Exception {
        log = directory.resolve("backend.log");
        backend = TestBackend.start(List.of(
                TestServer.settings("SHOP_DB", server.seeded()),
                issuer.settings(),
                Map.of("SHOP_LOG", log.toString(), "SHOP_ORIGIN", ORIGIN)));
    }

    @AfterAll
    void stop() throws Exception {
        backend.close();
        issuer.close();
    }

    @Test
    void saysThatItIsWellAndWhatItIs() throws Exception {
        assertThat(backend.get("/health/live").status()).isEqualTo(200);
        assertThat(backend.get("/health/ready").status()).isEqualTo(200);
        Answer version = backend.get("/version");
        assertThat(version.json().path("digest").asText()).isEqualTo("sha256:1234");
        assertThat(version.json().path("instance").asText()).isEqualTo("backend-1");
        assertThat(version.header("X-Instance")).isEqualTo("backend-1");
        assertThat(version.header("X-Side")).isEqualTo("target");
        assertThat(version.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void pagesThroughTheProducts() throws Exception {
        JsonNode first = backend.get("/api/products?limit=3").json().path("items");
        JsonNode next = backend.get("/api/products?limit=3&after="
                        + first.path(2).path("id").asLong())
                .json()
                .path("items");

        assertThat(first.findValuesAsText("id")).containsExactly("1", "2", "3");
        assertThat(next.findValuesAsText("id")).containsExactly("4", "5", "6");
        assertThat(first.path(1).path("name").asText()).isEqualTo("Étoile stove 2");
        assertThat(first.path(1).path("price").decimalValue()).isEqualByComparingTo(new BigDecimal("34.64"));
        assertThat(backend.get("/api/products/2").json()).isEqualTo(first.path(1));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, 404",
        "GET, /api/products/999999, 404",
        "GET, /api/products/x, 404",
        "GET, /api/products?limit=0, 400",
        "GET, /api/products?limit=101, 400",
        "GET, /api/products?limit=abc, 400",
        "GET, /api/products?after=-1, 400",
        "DELETE, /api/products, 405",
        "POST, /api/products/1, 405",
        "PUT, /api/orders, 405"
    })
    void refusesInOneForm(String method, String path, int status) throws Exception {
        Answer answer = backend.ask(method, path, "");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotEmpty();
        assertThat(answer.json().path("instance").asText()).isEqualTo(path.replaceFirst("\\?.*", ""));
    }

    @Test
    void saysWhichMethodsThereAre() throws Exception {
        assertThat(backend.ask("PUT", "/api/orders", "").header("Allow")).isEqualTo("GET, POST");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":          | 400",
                "{\"id\":\"a\"} {} | 400",
                "{\"nr\":\"a\"}    | 400",
                "{}                | 400",
                "{\"id\":\"a b\"}  | 400",
                "[1]               | 400"
            })
    void refusesBodiesThatItDoesNotUnderstand(String body, int status) throws Exception {
        assertThat(backend.ask("POST", "/api/jobs/probe", body).status()).isEqualTo(status);
    }

    @Test
    void refusesBodiesThatAreTooLargeOrNotJson() throws Exception {
        String large = "{\"id\":\"" + "x".repeat(70_000) + "\"}";
        assertThat(backend.ask("POST", "/api/jobs/probe", large).status()).isEqualTo(413);
        assertThat(backend.ask("POST", "/api/jobs/probe", "", "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        Answer head = backend.ask("HEAD", "/api/products/1", "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void letsOnlyTheFrontendReadInABrowser() throws Exception {
        Answer preflight =
                backend.ask("OPTIONS", "/api/orders", "", "Origin", ORIGIN, "Access-Control-Request-Method", "POST");
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(ORIGIN);
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Authorization", "Idempotency-Key");

        Answer stranger = backend.get("/api/products", "Origin", "https://elsewhere.test");
        assertThat(stranger.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(stranger.header("Vary")).isEqualTo("Origin");
    }

    @Test
    void knowsWhoIsSignedIn() throws Exception {
        JsonNode me = backend.get("/api/me", "Authorization", "Bearer " + issuer.token("ada", "user"))
                .json();

        assertThat(me.path("subject").asText()).isEqualTo("ada");
        assertThat(me.path("name").asText()).isEqualTo("Name of ada");
        assertThat(me.path("roles").path(0).asText()).isEqualTo("user");
        assertThat(me.path("loyaltyPoints").asInt()).isEqualTo(17);
    }

    @Test
    void countsRequestsByRoute() throws Exception {
        backend.get("/api/products/7");
        backend.get("/api/products/8");
        backend.get("/elsewhere/9");

        assertThat(backend.get("/metrics").body())
                .contains("# TYPE http_requests_total counter\n")
                .containsPattern(
                        "http_requests_total\\{method=\"GET\",path=\"/api/products/\\{id}\",status=\"200\"} [2-9]")
                .containsPattern("http_requests_total\\{method=\"GET\",path=\"unmatched\",status=\"404\"} \\d")
                .doesNotContain("/elsewhere/9");
        assertThat(backend.get("/metrics").header("Content-Type"))
                .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void writesARequestToTheLogUnderItsId() throws Exception {
        Answer answer = backend.get("/api/products/5", "X-Request-Id", "mark-42", "traceparent", "00-1-2-01");
        assertThat(answer.header("X-Request-Id")).isEqualTo("mark-42");

        // It is written when the answer has gone out.
        String line = await().until(this::marked, Optional::isPresent).orElseThrow();
        JsonNode json = Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        assertThat(json.path("level").asText()).isEqualTo("INFO");
        assertThat(json.path("instance").asText()).isEqualTo("backend-1");
        assertThat(json.path("path").asText()).isEqualTo("/api/products/5");
        assertThat(json.path("status").asInt()).isEqualTo(200);
        assertThat(json.path("traceparent").asText()).isEqualTo("00-1-2-01");
    }

    private Optional<String> marked() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(text -> text.contains("\"mark-42\"") && text.endsWith("}"))
                .findFirst();
    }
}
