package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.shop.TestBackend.Answer;
import io.undertow.Undertow;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WithDatabases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PaymentsTest {

    private static final String SECRET = "whsec_test";
    private static final String EVENT =
            "{\"id\":\"evt_1\",\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{}}}";

    private final Database database;
    private final TestIssuer issuer = new TestIssuer();
    private final BlockingQueue<String> charged = new LinkedBlockingQueue<>();
    private final Undertow provider = Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(exchange -> exchange.getRequestReceiver().receiveFullString((asked, body) -> {
                charged.add(asked.getRequestPath() + " "
                        + asked.getRequestHeaders().getFirst(HttpString.tryFromString("Idempotency-Key")) + " " + body);
                asked.getResponseSender().send("{\"id\":\"pi_" + charged.size() + "\",\"status\":\"succeeded\"}");
            }))
            .build();
    private final TestBackend backend;

    PaymentsTest(TestServer server) throws Exception {
        database = server.seeded();
        provider.start();
        int port = ((InetSocketAddress) provider.getListenerInfo().get(0).getAddress()).getPort();
        backend = TestBackend.start(List.of(
                TestServer.settings("SHOP_DB", database),
                issuer.settings(),
                Map.of(
                        "SHOP_PAYMENT",
                        "http://127.0.0.1:" + port,
                        "SHOP_PAYMENT_KEY",
                        "sk_test_1",
                        "SHOP_PAYMENT_SECRET",
                        SECRET)));
    }

    @AfterAll
    void stop() throws Exception {
        backend.close();
        provider.stop();
        issuer.close();
    }

    @Test
    void chargesAnOrderOnce() throws Exception {
        String authorization = "Bearer " + issuer.token("gate", "user");
        Answer order = backend.ask(
                "POST",
                "/api/orders",
                "{\"items\":[{\"product\":1,\"quantity\":2}]}",
                "Authorization",
                authorization,
                "Idempotency-Key",
                "key-pay-1");
        String id = order.json().path("id").asText();

        Answer paid = backend.ask("POST", "/api/orders/" + id + "/payment", "", "Authorization", authorization);
        Answer again = backend.ask("POST", "/api/orders/" + id + "/payment", "", "Authorization", authorization);

        assertThat(paid.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(409);
        assertThat(charged).hasSize(1);
        assertThat(charged.element())
                .startsWith("/v1/payment_intents order-" + id)
                .contains("amount=4454", "currency=cad", "metadata%5Border%5D=" + id);
        assertThat(database.query(
                        "select o.status, p.amount, p.reference from orders o join billing.payments p on p.order_id = o.id"
                                + " where o.id = " + id))
                .containsExactly("paid|44.54|" + paid.json().path("payment").asText());
    }

    @Test
    void takesASignedEventOnce() throws Exception {
        long now = Instant.now().getEpochSecond();

        assertThat(deliver(EVENT, now, sign(now, EVENT, SECRET))
                        .json()
                        .path("taken")
                        .asBoolean())
                .isTrue();
        assertThat(deliver(EVENT, now, sign(now, EVENT, SECRET))
                        .json()
                        .path("taken")
                        .asBoolean())
                .isFalse();
        assertThat(database.query("select count(*) from billing.payment_events where id = 'evt_1'"))
                .containsExactly("1");
    }

    @Test
    void refusesAnEventThatTheProviderDidNotSignJustNow() throws Exception {
        long now = Instant.now().getEpochSecond();
        String other = EVENT.replace("evt_1", "evt_2");

        assertThat(deliver(other, now, sign(now, other, "another secret")).status())
                .isEqualTo(400);
        assertThat(deliver(other, now, sign(now, EVENT, SECRET)).status()).isEqualTo(400);
        assertThat(deliver(other, now - 301, sign(now - 301, other, SECRET)).status())
                .isEqualTo(400);
        assertThat(backend.ask("POST", "/api/payments/webhook", other).status()).isEqualTo(400);
        assertThat(database.query("select count(*) from billing.payment_events where id = 'evt_2'"))
                .containsExactly("0");
    }

    private Answer deliver(String body, long time, String signature) throws Exception {
        return backend.ask("POST", "/api/payments/webhook", body, "Stripe-Signature", "t=" + time + ",v1=" + signature);
    }

    private static String sign(long time, String body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8)));
    }
}
