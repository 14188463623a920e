package io.cutovergate.testbed.shop;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders in the database, over one connection; who calls decides where a transaction ends. */
record OrderBook(Sql sql) {

    private static final String SELECT = """
            select o.id, o.status, o.total, o.currency, o.placed_at,
                   (select count(*) from order_items i where i.order_id = o.id) as lines
            from orders o join users u on u.id = o.user_id
            where u.subject = ?""";

    /** An order, and whether it stood there before. */
    record Placed(Order order, boolean replayed) {}

    private record Line(Wish.Item item, BigDecimal price) {}

    List<Order> of(String subject, long limit) throws SQLException {
        return sql.list(OrderBook::order, SELECT + " order by o.placed_at desc, o.id desc limit ?", subject, limit);
    }

    Optional<Order> find(String subject, long id) throws SQLException {
        return sql.first(OrderBook::order, SELECT + " and o.id = ?", subject, id);
    }

    /** Writes the order, its lines and the job that confirms it by mail; or finds that the key was used already. */
    Placed place(Principal principal, String key, Wish wish) throws SQLException {
        long user = Accounts.userId(sql, principal);
        List<Line> lines = priced(wish);
        BigDecimal total = lines.stream()
                .map(line ->
                        line.price().multiply(BigDecimal.valueOf(line.item().quantity())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<Long> created = sql.first(
                row -> row.getLong(1),
                "insert into orders (user_id, idempotency_key, fingerprint, total, currency, note) values (?, ?, ?, ?, 'CAD', ?)"
                        + " on conflict (user_id, idempotency_key) do nothing returning id",
                user,
                key,
                wish.fingerprint(),
                total,
                wish.note());
        if (created.isEmpty()) {
            return new Placed(earlier(principal, user, key, wish), true);
        }
        long id = created.get();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            sql.update(
                    "insert into order_items (order_id, line, product_id, quantity, unit_price) values (?, ?, ?, ?, ?)",
                    id,
                    i + 1,
                    line.item().product(),
                    line.item().quantity(),
                    line.price());
        }
        Jobs.enqueue(sql, Jobs.ORDER_MAIL, Long.toString(id));
        return new Placed(find(principal.subject(), id).orElseThrow(), false);
    }

    private List<Line> priced(Wish wish) throws SQLException {
        List<Line> lines = new ArrayList<>();
        for (Wish.Item item : wish.items()) {
            BigDecimal price = sql.first(
                            row -> row.getBigDecimal(1),
                            "select price from products where id = ? and not discontinued",
                            item.product())
                    .orElseThrow(() -> Problem.unprocessable("product " + item.product() + " is not on sale"));
            lines.add(new Line(item, price));
        }
        return lines;
    }

    private Order earlier(Principal principal, long user, String key, Wish wish) throws SQLException {
        record Known(long id, boolean same) {}
        Known known = sql.first(
                        row -> new Known(row.getLong(1), row.getBoolean(2)),
                        "select id, fingerprint = ? from orders where user_id = ? and idempotency_key = ?",
                        wish.fingerprint(),
                        user,
                        key)
                .orElseThrow();
        if (!known.same()) {
            throw Problem.unprocessable("this Idempotency-Key was used for another order");
        }
        return find(principal.subject(), known.id()).orElseThrow();
    }

    /** Notes what the provider charged; false when somebody else noted it meanwhile. */
    boolean paid(Order order, String reference, String answer) throws SQLException {
        if (sql.update("update orders set status = 'paid' where id = ? and status = 'placed'", order.id()) == 0) {
            return false;
        }
        sql.update(
                "insert into billing.payments (order_id, reference, amount, answer) values (?, ?, ?, ?::jsonb)",
                order.id(),
                reference,
                order.total(),
                answer);
        return true;
    }

    boolean withdraw(long id) throws SQLException {
        return sql.update("delete from orders where id = ? and status = 'placed'", id) == 1;
    }

    private static Order order(ResultSet row) throws SQLException {
        return new Order(
                row.getLong("id"),
                row.getString("status"),
                row.getBigDecimal("total"),
                row.getString("currency"),
                row.getInt("lines"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant().toString());
    }
}
