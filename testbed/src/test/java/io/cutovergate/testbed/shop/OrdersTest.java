package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.shop.TestBackend.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithDatabases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrdersTest {

    private static final String WISH = "{\"items\":[{\"product\":1,\"quantity\":2},{\"product\":3,\"quantity\":1}]}";

    private final Database database;
    private final TestIssuer issuer = new TestIssuer();
    private final TestBackend backend;

    OrdersTest(TestServer server) throws Exception {
        database = server.seeded();
        backend = TestBackend.start(List.of(TestServer.settings("SHOP_DB", database), issuer.settings()));
    }

    @AfterAll
    void stop() throws Exception {
        backend.close();
        issuer.close();
    }

    private Answer place(String user, String key, String wish) throws Exception {
        return backend.ask(
                "POST", "/api/orders", wish, "Authorization", "Bearer " + issuer.token(user), "Idempotency-Key", key);
    }

    private Answer get(String user, String path) throws Exception {
        return backend.get(path, "Authorization", "Bearer " + issuer.token(user));
    }

    @Test
    void placesAnOrderOnceHoweverOftenItIsSent() throws Exception {
        Answer first = place("gate", "key-once-1", WISH);
        Answer again = place("gate", "key-once-1", WISH);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location"))
                .isEqualTo("/api/orders/" + first.json().path("id").asText());
        assertThat(first.json().path("status").asText()).isEqualTo("placed");
        assertThat(first.json().path("lines").asInt()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(database.query("select count(*) from orders where idempotency_key = 'key-once-1'"))
                .containsExactly("1");
        assertThat(database.query("select sum(quantity * unit_price) from order_items where order_id = "
                        + first.json().path("id").asText()))
                .containsExactly(first.json().path("total").decimalValue().toPlainString());
    }

    @Test
    void asksForItsMailInTheSameTransaction() throws Exception {
        String id = place("gate", "key-mail-1", WISH).json().path("id").asText();

        assertThat(database.query("select task_name from scheduled_tasks where task_instance = '" + id + "'"))
                .containsExactly("order-mail");
        assertThat(place("gate", "key-mail-2", "{\"items\":[{\"product\":97,\"quantity\":1}]}")
                        .status())
                .as("97 is discontinued")
                .isEqualTo(422);
        assertThat(database.query("select count(*) from orders where idempotency_key = 'key-mail-2'"))
                .containsExactly("0");
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() throws Exception {
        place("gate", "key-other-1", WISH);

        assertThat(place("gate", "key-other-1", WISH.replace("2}", "5}")).status())
                .isEqualTo(422);
        assertThat(place("ada", "key-other-1", WISH).header("Idempotency-Replayed"))
                .as("another's key")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"items\":[]}",
                "{\"items\":[{\"product\":1,\"quantity\":0}]}",
                "{\"items\":[{\"product\":1,\"quantity\":101}]}",
                "{\"items\":[{\"product\":1,\"quantity\":1},{\"product\":1,\"quantity\":1}]}",
                "{\"items\":[{\"product\":1}]}",
                "{\"items\":null}",
                "{\"items\":[null]}",
                "{\"items\":[{\"product\":1,\"quantity\":1}],\"total\":0}"
            })
    void refusesAWishThatMakesNoSense(String wish) throws Exception {
        assertThat(place("gate", "key-sense-1", wish).status()).isEqualTo(400);
    }

    @Test
    void wantsAnIdempotencyKey() throws Exception {
        assertThat(place("gate", "short", WISH).status()).isEqualTo(400);
    }

    @Test
    void knowsNoCustomerBehindAToken() throws Exception {
        assertThat(place("stranger", "key-stranger", WISH).status()).isEqualTo(403);
    }

    @Test
    void showsACustomersOwnOrdersOnly() throws Exception {
        String id = place("gate", "key-own-1", WISH).json().path("id").asText();

        assertThat(get("gate", "/api/orders/" + id).status()).isEqualTo(200);
        assertThat(get("ada", "/api/orders/" + id).status()).isEqualTo(404);
        assertThat(get("gate", "/api/orders?limit=1")
                        .json()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(id);
        assertThat(get("ada", "/api/orders?limit=100").json().path("items")).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void withdrawsAnOrderThatIsNotPaid() throws Exception {
        String path = place("gate", "key-withdraw", WISH).header("Location");
        String[] authorization = {"Authorization", "Bearer " + issuer.token("gate")};

        assertThat(backend.ask("DELETE", path, "", authorization).status()).isEqualTo(204);
        assertThat(backend.get(path, authorization).status()).isEqualTo(404);
        String paid = database.query("select min(id) from orders where user_id = 1 and status = 'paid'")
                .get(0);
        assertThat(backend.ask("DELETE", "/api/orders/" + paid, "", "Authorization", "Bearer " + issuer.token("ada"))
                        .status())
                .isEqualTo(409);
    }
}
