package io.cutovergate.smoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import io.cutovergate.smoke.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorsChecksTest {

    private static final String WWW = "https://www.shop.test";

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder);
        answers(200, origin -> WWW, Map.of());
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void aServiceThatNamesTheDeclaredOriginAndNoOtherIsProven() {
        ItemResult admits = judge(CorsChecks.class, "");
        assertThat(admits.causes()).isEmpty();
        assertThat(admits.status()).isEqualTo(Status.PROVEN);
        assertThat(judge(StrangerChecks.class, "").causes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Access-Control-Allow-Methods, 'GET, POST', withhold DELETE from, 'Access-Control-Allow-Methods is GET, POST'",
        "Access-Control-Allow-Headers, *, withhold GET from, Access-Control-Allow-Headers has no Authorization: *",
        "Access-Control-Allow-Origin, https://www.old.test, the answer to, Access-Control-Allow-Origin is https://www.old.test"
    })
    void whatABrowserWouldNotLetIsNamed(String header, String value, String question, String reason) {
        answers(200, origin -> WWW, Map.of(header, value));
        assertThat(String.join("\n", judge(CorsChecks.class, "").causes()))
                .contains(question)
                .contains(reason);
    }

    @Test
    void aPreflightThatIsAnsweredWithAnErrorIsNone() {
        answers(403, origin -> WWW, Map.of());
        assertThat(String.join("\n", judge(CorsChecks.class, "").causes()))
                .contains("its status is 403 and not 2xx")
                .contains("WHATWG Fetch, \"CORS protocol\"; services.backend.cors");
    }

    @Test
    void withCredentialsTheWildcardLetsNobodyIn() {
        answers(200, origin -> "*", Map.of());
        assertThat(String.join(
                        "\n", judge(CorsChecks.class, ", credentials: true").causes()))
                .contains("Access-Control-Allow-Origin is *")
                .contains("Access-Control-Allow-Credentials is absent");
    }

    @Test
    void reflectingWhateverOriginFailsForEachStranger() {
        answers(200, origin -> origin, Map.of());
        assertThat(judge(CorsChecks.class, "").causes()).isEmpty();
        assertThat(String.join("\n", judge(StrangerChecks.class, "").causes()))
                .contains(
                        "origin https://cutover-gate.invalid let in of backend at target is true; rule: exactly false")
                .contains("origin null let in")
                .contains("origin http://www.shop.test let in");
    }

    @Test
    void comparingBeginningsOrEndsLetsLookAlikesIn() {
        answers(200, origin -> origin.startsWith(WWW) ? origin : WWW, Map.of());
        assertThat(judge(StrangerChecks.class, "").causes())
                .allMatch(cause -> cause.contains("origin https://www.shop.test.cutover-gate.invalid let in"))
                .isNotEmpty();
        answers(200, origin -> origin.endsWith("www.shop.test") ? origin : WWW, Map.of());
        assertThat(String.join("\n", judge(StrangerChecks.class, "").causes()))
                .contains("origin https://cutover-gate-www.shop.test let in")
                .doesNotContain("origin null");
    }

    private void answers(int status, UnaryOperator<String> allowed, Map<String, String> instead) {
        deployment.answers("/items", exchange -> answer(exchange, status, allowed, instead));
    }

    private static void answer(
            HttpExchange exchange, int status, UnaryOperator<String> allowed, Map<String, String> instead)
            throws IOException {
        Map<String, String> headers = new TreeMap<>();
        headers.put(
                "Access-Control-Allow-Origin",
                allowed.apply(exchange.getRequestHeaders().getFirst("Origin")));
        headers.put("Access-Control-Allow-Methods", "GET, DELETE");
        headers.put("Access-Control-Allow-Headers", "authorization, content-type");
        headers.putAll(instead);
        TestServer.json(exchange, status, "{}", headers);
    }

    private ItemResult judge(Class<?> checks, String more) {
        return deployment.judge(checks, """
                services:
                  backend:
                    host: api
                    health: { ready: /ready }
                    cors: { path: /items, origins: ["%s"], methods: [GET, DELETE], headers: [Authorization]%s }
                """.formatted(WWW, more), "", "");
    }
}
