package io.cutovergate.testbed.shop;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** The products on sale, page by page in the order of their ids. */
record Catalogue(DataSource pool, Cache cache) {

    record Product(long id, String name, BigDecimal price, String currency, int stock) {}

    List<Route> routes() {
        return List.of(
                Route.get("/api/products", this::page),
                Route.get("/api/products/{id}", this::one),
                // what it was called before; callers of that time are still about
                Route.get("/api/catalogue", request -> Reply.empty(308).with("Location", "/api/products")));
    }

    private Reply page(Request request) throws SQLException {
        long limit = request.query("limit", 20, 1, 100);
        long after = request.query("after", 0, 0, Long.MAX_VALUE);
        return Reply.json(
                cache.get("products:" + limit + ":" + after, () -> Json.text(Map.of("items", items(limit, after)))));
    }

    private List<Product> items(long limit, long after) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return new Sql(connection)
                    .list(
                            Catalogue::product,
                            "select id, name, price, currency, stock from products where id > ? and not discontinued order by id limit ?",
                            after,
                            limit);
        }
    }

    private Reply one(Request request) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return new Sql(connection)
                    .first(
                            Catalogue::product,
                            "select id, name, price, currency, stock from products where id = ?",
                            request.id())
                    .map(product -> Reply.json(200, product))
                    .orElseThrow(() -> Problem.notFound("no product " + request.id()));
        }
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(row.getLong(1), row.getString(2), row.getBigDecimal(3), row.getString(4), row.getInt(5));
    }
}
