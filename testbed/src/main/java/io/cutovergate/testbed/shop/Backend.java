package io.cutovergate.testbed.shop;

import com.zaxxer.hikari.HikariDataSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The API server. Reads SHOP_PORT, SHOP_BIND, SHOP_DB_URL, SHOP_DB_USER, SHOP_DB_PASSWORD, SHOP_INSTANCE, SHOP_SIDE, SHOP_DIGEST, SHOP_LOG,
 * SHOP_ORIGIN, SHOP_CACHE_URL, SHOP_PAYMENT, SHOP_PAYMENT_KEY, SHOP_PAYMENT_SECRET, and for tokens SHOP_AUTH, SHOP_AUTH_OMITS, SHOP_ISSUER, SHOP_AUDIENCE, SHOP_JWKS,
 * SHOP_SESSION_KEY, SHOP_SESSION_COOKIE, SHOP_SESSIONS, SHOP_TOKENS, SHOP_URL. Serves until standard input ends.
 */
public final class Backend implements Closeable {

    private static final int CONNECTIONS = 8;

    private final JsonLog log;
    private final HikariDataSource pool;
    private final Cache cache;
    private final Optional<SessionStore> store;
    private final Readiness readiness;
    private final Server server;

    private Backend(Env env) throws IOException {
        log = JsonLog.of(env);
        Metrics metrics = new Metrics();
        pool = Database.of(env, "SHOP_DB").pool(env.need("SHOP_INSTANCE"), CONNECTIONS);
        cache = new Cache(env, log, metrics);
        readiness = new Readiness(pool);
        metrics.gauge("db_connections_active", () -> pool.getHikariPoolMXBean().getActiveConnections());
        WebSession sessions = new WebSession(env);
        store = SessionStore.of(env);
        Optional<AccountPages> pages = AccountPages.of(env, store);
        Tokens tokens = Tokens.of(env, sessions, pages);
        List<Route> routes = new ArrayList<>(readiness.routes());
        routes.addAll(new About(env, metrics).routes());
        routes.addAll(new Catalogue(pool, cache).routes());
        routes.addAll(new Accounts(pool, tokens).routes());
        routes.addAll(new Orders(pool, tokens).routes());
        routes.addAll(Payments.of(env, pool, tokens).routes());
        routes.addAll(sessions.routes(tokens));
        if (store.isPresent() && pages.isPresent()) {
            routes.addAll(pages.get().routes());
            routes.addAll(new ProviderLogin(env, store.get(), pages.get()).routes());
        }
        routes.addAll(new Probes(pool).routes());
        routes.addAll(new Partners(TokenRules.of(env)).routes());
        server = Server.start(env, routes, log, metrics);
        log.info(Map.of("event", "started", "port", server.port()));
    }

    public static void main(String[] args) throws IOException {
        Lifeline.hold(start(Env.ofProcess()));
    }

    static Backend start(Env env) throws IOException {
        return new Backend(env);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
        readiness.close();
        cache.close();
        store.ifPresent(SessionStore::close);
        pool.close();
        log.close();
    }
}
