package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** A customer's own orders. */
record Orders(DataSource pool, Tokens tokens) {

    List<Route> routes() {
        return List.of(
                Route.get("/api/orders", this::list),
                Route.post("/api/orders", this::place),
                Route.get("/api/orders/{id}", this::one),
                Route.delete("/api/orders/{id}", this::withdraw));
    }

    private Reply list(Request request) throws SQLException {
        Principal principal = tokens.principal(request);
        long limit = request.query("limit", 20, 1, 100);
        try (Connection connection = pool.getConnection()) {
            return Reply.json(200, Map.of("items", new OrderBook(new Sql(connection)).of(principal.subject(), limit)));
        }
    }

    private Reply one(Request request) throws SQLException {
        Principal principal = tokens.principal(request);
        try (Connection connection = pool.getConnection()) {
            return Reply.json(200, find(new OrderBook(new Sql(connection)), principal, request.id()));
        }
    }

    /** Takes an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): the same key and body give the first answer again. */
    private Reply place(Request request) throws IOException, SQLException {
        Principal principal = tokens.principal(request);
        String key = request.header("Idempotency-Key")
                .filter(value -> value.matches("[A-Za-z0-9_-]{8,64}"))
                .orElseThrow(() -> Problem.badRequest("Idempotency-Key is needed: 8 to 64 letters, digits, - and _"));
        Wish wish = request.json(Wish.class);
        wish.validate();
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            OrderBook.Placed placed = new OrderBook(new Sql(connection)).place(principal, key, wish);
            connection.commit();
            Reply reply = Reply.json(201, placed.order())
                    .with("Location", "/api/orders/" + placed.order().id());
            return placed.replayed() ? reply.with("Idempotency-Replayed", "true") : reply;
        }
    }

    /** Removes an order that is not paid yet, and what hangs on it. */
    private Reply withdraw(Request request) throws SQLException {
        Principal principal = tokens.principal(request);
        try (Connection connection = pool.getConnection()) {
            OrderBook book = new OrderBook(new Sql(connection));
            Order order = find(book, principal, request.id());
            if (!book.withdraw(order.id())) {
                throw Problem.conflict("order " + order.id() + " is " + order.status() + " and cannot be withdrawn");
            }
            return Reply.empty(204);
        }
    }

    private static Order find(OrderBook book, Principal principal, long id) throws SQLException {
        return book.find(principal.subject(), id).orElseThrow(() -> Problem.notFound("no order " + id + " of yours"));
    }
}
