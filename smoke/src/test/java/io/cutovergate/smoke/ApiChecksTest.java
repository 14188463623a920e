package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiChecksTest {

    private static final String APPLICATION = """
            services:
              backend:
                host: api
                health: { ready: /ready }
                requests:
                  - get: /products?limit=2
                    answer-headers: { Cache-Control: no-store }
                    json: { "$.items.length()": 2, "$.items[0].price": 10.5, "$.next": null }
            """;

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void theExpectedAnswerInTimeIsProven() {
        answer(200, "{\"items\":[{\"price\":10.50},{}],\"next\":null}", "no-store");
        assertThat(judge("").status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void everyRuleThatBreaksIsNamedAtOnce() {
        answer(200, "{\"items\":[{\"price\":10.51}]}", "public");
        ItemResult result = judge("");
        assertThat(result.status()).isEqualTo(Status.FAILED);
        String causes = String.join("\n", result.causes());
        assertThat(causes)
                .contains(
                        "header Cache-Control of backend GET /products?limit=2 at target is public; rule: exactly no-store")
                .contains("$.items.length() of backend GET /products?limit=2 at target is 1; rule: exactly 2")
                .contains("$.items[0].price of backend GET /products?limit=2 at target is 10.51; rule: exactly 10.5")
                .contains("$.next of backend GET /products?limit=2 at target is absent; rule: exactly null");
    }

    @Test
    void anotherStatusIsTheOnlyThingThatIsSaid() {
        answer(502, "<h1>Bad Gateway</h1>", "public");
        assertThat(judge("").causes())
                .singleElement()
                .asString()
                .contains("status of backend GET /products?limit=2 at target is 502; rule: exactly 200"
                        + " (services.backend.requests.status)")
                .contains("body: <h1>Bad Gateway</h1>");
    }

    @Test
    void aPageInPlaceOfJsonFails() {
        answer(200, "<html>maintenance</html>", "no-store");
        assertThat(String.join("\n", judge("").causes()))
                .contains("$.next of backend GET /products?limit=2 at target is absent")
                .contains("body: <html>maintenance</html>");
    }

    @Test
    void anAnswerThatComesLateFailsUnderTheKeyOfItsLimit() {
        deployment.answers("/products", exchange -> {
            awaitSomeTime();
            TestServer.json(
                    exchange,
                    200,
                    "{\"items\":[{\"price\":10.5},{}],\"next\":null}",
                    Map.of("Cache-Control", "no-store"));
        });
        ItemResult result = judge("limits: { api-responds: { within: 100ms } }");
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .contains("time for the answer of backend GET /products?limit=2 at target is ")
                .contains("rule: at most 100ms (limits.api-responds.within)");
    }

    @Test
    void aSafeRequestThatWasAnsweredLateIsAskedOnceMore() {
        AtomicInteger asked = new AtomicInteger();
        deployment.answers("/products", exchange -> {
            if (asked.incrementAndGet() == 1) {
                awaitSomeTime();
            }
            TestServer.json(
                    exchange,
                    200,
                    "{\"items\":[{\"price\":10.5},{}],\"next\":null}",
                    Map.of("Cache-Control", "no-store"));
        });
        ItemResult result = judge("limits: { api-responds: { within: 100ms } }");
        assertThat(result.status()).isEqualTo(Status.PROVEN);
        assertThat(result.obligations())
                .flatExtracting(obligation -> obligation.recorded().notes())
                .singleElement()
                .asString()
                .contains("asked once more, as the first answer of backend GET /products?limit=2 at target came late");
        assertThat(asked).hasValue(2);
    }

    @Test
    void bothClaimsLookAtOneAnswerAndShowIt() {
        AtomicInteger asked = new AtomicInteger();
        deployment.answers("/orders", exchange -> {
            asked.incrementAndGet();
            TestServer.json(exchange, 201, "{}", Map.of());
        });
        ItemResult result = deployment.judge(ApiChecks.class, """
                services:
                  backend:
                    host: api
                    health: { ready: /ready }
                    requests: [ { post: /orders, body: { sku: A-1 }, status: 201 } ]
                """, "", "");
        assertThat(result.status()).isEqualTo(Status.PROVEN);
        assertThat(result.obligations()).hasSize(2).allSatisfy(obligation -> assertThat(
                        obligation.recorded().attachments())
                .hasSize(1));
        assertThat(asked).hasValue(1);
    }

    /** A slow server, not a slow test: nothing is released, so this is a time. */
    private static void awaitSomeTime() {
        try {
            if (new CountDownLatch(1).await(150, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(int status, String body, String caching) {
        deployment.answers(
                "/products", exchange -> TestServer.json(exchange, status, body, Map.of("Cache-Control", caching)));
    }

    private ItemResult judge(String limits) {
        return deployment.judge(ApiChecks.class, APPLICATION, limits, "");
    }
}
