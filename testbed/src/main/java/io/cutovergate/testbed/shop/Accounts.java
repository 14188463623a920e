package io.cutovergate.testbed.shop;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and what an administrator may see of all. */
record Accounts(DataSource pool, Tokens tokens) {

    List<Route> routes() {
        return List.of(Route.get("/api/me", this::me), Route.get("/api/admin/stats", this::stats));
    }

    private Reply me(Request request) throws SQLException {
        Principal principal = tokens.principal(request);
        try (Connection connection = pool.getConnection()) {
            Sql sql = new Sql(connection);
            noteSession(sql, principal, request.header("User-Agent").orElse(null));
            Optional<Integer> points = sql.first(
                    row -> row.getInt(1), "select loyalty_points from users where subject = ?", principal.subject());
            Map<String, Object> me = new LinkedHashMap<>();
            me.put("subject", principal.subject());
            me.put("name", principal.name());
            me.put("roles", principal.roles().stream().sorted().toList());
            points.ifPresent(value -> me.put("loyaltyPoints", value));
            return Reply.json(200, me);
        }
    }

    /** Remembers when the user was last seen, but refuses no reader while the shop is read-only. */
    private static void noteSession(Sql sql, Principal principal, @Nullable String userAgent) throws SQLException {
        try {
            sql.update(
                    "insert into sessions (user_id, user_agent) select id, ? from users where subject = ?"
                            + " on conflict (user_id) do update set last_seen = now(), user_agent = excluded.user_agent",
                    userAgent,
                    principal.subject());
        } catch (SQLException e) {
            if (!Database.isReadOnly(e)) {
                throw e;
            }
        }
    }

    private Reply stats(Request request) throws SQLException {
        tokens.principal(request).require("admin");
        try (Connection connection = pool.getConnection()) {
            return new Sql(connection)
                    .first(
                            row -> Map.of(
                                    "users", row.getLong(1), "products", row.getLong(2), "orders", row.getLong(3)),
                            "select (select count(*) from users), (select count(*) from products), (select count(*) from orders)")
                    .map(stats -> Reply.json(200, stats))
                    .orElseThrow();
        }
    }

    /** The row of the one who asks; 403 for a valid token that no customer stands behind. */
    static long userId(Sql sql, Principal principal) throws SQLException {
        return sql.first(row -> row.getLong(1), "select id from users where subject = ?", principal.subject())
                .orElseThrow(() -> Problem.forbidden("no customer account for " + principal.subject()));
    }
}
