package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.shop.TestBackend.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithDatabases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {

    private static final String WISH = "{\"items\":[{\"product\":1,\"quantity\":1}]}";

    private final TestServer server;
    private final TestIssuer issuer = new TestIssuer();

    OutageTest(TestServer server) throws Exception {
        this.server = server;
    }

    @AfterAll
    void stop() {
        issuer.close();
    }

    @Test
    void isAliveButNotReadyWithoutADatabase() throws Exception {
        Database nowhere = new Database("127.0.0.1", 1, "shop", "shop", "shop");
        try (TestBackend backend =
                TestBackend.start(List.of(TestServer.settings("SHOP_DB", nowhere), issuer.settings()))) {
            Answer ready = backend.get("/health/ready");
            Answer products = backend.get("/api/products");

            assertThat(backend.get("/health/live").status()).isEqualTo(200);
            assertThat(ready.status()).isEqualTo(503);
            assertThat(products.status()).isEqualTo(503);
            assertThat(products.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(products.header("Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void recoversWhenItsConnectionsWereCut() throws Exception {
        Database shop = server.seeded();
        try (TestBackend backend =
                TestBackend.start(List.of(TestServer.settings("SHOP_DB", shop), issuer.settings()))) {
            assertThat(backend.get("/api/products/1").status()).isEqualTo(200);

            shop.query("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid()");

            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() ->
                            assertThat(backend.get("/api/products/1").status()).isEqualTo(200));
            assertThat(backend.get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void goesOnReadingWhileTheDatabaseIsReadOnly() throws Exception {
        Database shop = server.seeded();
        shop.execute("alter database " + shop.name() + " set default_transaction_read_only = on");
        try (TestBackend backend =
                TestBackend.start(List.of(TestServer.settings("SHOP_DB", shop), issuer.settings()))) {
            String[] headers = {
                "Authorization", "Bearer " + issuer.token("ada", "user"), "Idempotency-Key", "key-frozen-1"
            };
            Answer order = backend.ask("POST", "/api/orders", WISH, headers);

            assertThat(order.status()).isEqualTo(503);
            assertThat(order.json().path("detail").asText()).contains("read-only");
            assertThat(order.header("Retry-After")).isEqualTo("1");
            assertThat(backend.get("/api/products").status()).isEqualTo(200);
            assertThat(backend.get("/api/me", headers).status()).isEqualTo(200);
        }
    }

    @Test
    void answersFromTheDatabaseWhenTheCacheIsGone() throws Exception {
        Map<String, String> noCache = Map.of("SHOP_CACHE_URL", "redis://127.0.0.1:1");
        try (TestBackend backend = TestBackend.start(
                List.of(TestServer.settings("SHOP_DB", server.seeded()), issuer.settings(), noCache))) {
            assertThat(backend.get("/api/products?limit=2").status()).isEqualTo(200);
            assertThat(backend.get("/metrics").body()).contains("cache_requests_total{result=\"error\"} 1");
        }
    }
}
