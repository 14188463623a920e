package io.cutovergate.testbed.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Paying for an order, and hearing from the payment provider. */
record Payments(
        DataSource pool, Tokens tokens, Optional<PaymentProvider> provider, Optional<WebhookSignature> signature) {

    static Payments of(Env env, DataSource pool, Tokens tokens) {
        return new Payments(
                pool,
                tokens,
                PaymentProvider.of(env),
                env.maybe("SHOP_PAYMENT_SECRET").map(secret -> new WebhookSignature(secret, Clock.systemUTC())));
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/orders/{id}/payment", this::pay), Route.post("/api/payments/webhook", this::webhook));
    }

    /** Charges an order that waits for it. The provider knows the order's number, so a second attempt charges nothing more. */
    private Reply pay(Request request) throws IOException, SQLException {
        Principal principal = tokens.principal(request);
        PaymentProvider charger = provider.orElseThrow(() -> Problem.unavailable("no payment provider is set up"));
        try (Connection connection = pool.getConnection()) {
            Sql sql = new Sql(connection);
            OrderBook book = new OrderBook(sql);
            Order order = book.find(principal.subject(), request.id())
                    .orElseThrow(() -> Problem.notFound("no order " + request.id() + " of yours"));
            if (!order.status().equals("placed")) {
                throw Problem.conflict("order " + order.id() + " is " + order.status());
            }
            JsonNode answer = charger.charge(order);
            connection.setAutoCommit(false);
            if (!book.paid(order, answer.path("id").asText(), answer.toString())) {
                throw Problem.conflict("order " + order.id() + " is paid already");
            }
            connection.commit();
            return Reply.json(
                    201,
                    Map.of("order", order.id(), "payment", answer.path("id").asText()));
        }
    }

    /** Takes a signed event once. A repeated delivery is acknowledged, or it would be repeated for ever, but changes nothing. */
    private Reply webhook(Request request) throws IOException, SQLException {
        WebhookSignature check = signature.orElseThrow(() -> Problem.unavailable("no payment provider is set up"));
        byte[] body = request.body();
        check.verify(request.header("Stripe-Signature").orElse(""), body);
        JsonNode event = Request.parse(body, JsonNode.class);
        String id = event.path("id").asText();
        if (id.isEmpty()) {
            throw Problem.badRequest("an event has an id");
        }
        try (Connection connection = pool.getConnection()) {
            int taken = new Sql(connection)
                    .update(
                            "insert into billing.payment_events (id, kind, body) values (?, ?, ?::jsonb) on conflict do nothing",
                            id,
                            event.path("type").asText(),
                            event.toString());
            return Reply.json(200, Map.of("id", id, "taken", taken == 1));
        }
    }
}
