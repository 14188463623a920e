package io.cutovergate.testbed.shop;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What every answer has in common: routing, errors, headers, a line in the log, a count, a span. */
final class Front implements HttpHandler {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final List<Route> routes;
    private final Map<String, String> headers;
    private final Cors cors;
    private final JsonLog log;
    private final Metrics metrics;
    private final Tracer tracer;
    private final AtomicInteger inFlight = new AtomicInteger();

    Front(Env env, List<Route> routes, JsonLog log, Metrics metrics) {
        this.routes = List.copyOf(routes);
        this.log = log;
        this.metrics = metrics;
        this.tracer = new Tracer(env, log);
        this.cors = new Cors(env.maybe("SHOP_ORIGIN"));
        Map<String, String> all = new LinkedHashMap<>();
        all.put("X-Instance", env.need("SHOP_INSTANCE"));
        env.maybe("SHOP_SIDE").ifPresent(side -> all.put("X-Side", side));
        all.put("X-Content-Type-Options", "nosniff");
        all.put("X-Frame-Options", "DENY");
        all.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        all.put("Referrer-Policy", "no-referrer");
        all.put("Cache-Control", "no-store");
        this.headers = all;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long started = System.nanoTime();
        inFlight.incrementAndGet();
        String id = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Request-Id"))
                .filter(value -> value.matches("[\\w.:-]{1,128}"))
                .orElseGet(() -> UUID.randomUUID().toString());
        Optional<Match> match = match(exchange);
        Reply reply = reply(exchange, match, id);
        try (exchange) {
            send(exchange, reply, id);
        } finally {
            inFlight.decrementAndGet();
            long nanos = System.nanoTime() - started;
            String method = exchange.getRequestMethod();
            String route = match.map(found -> found.route().template()).orElse("unmatched");
            metrics.request(METHODS.contains(method) ? method : "other", route, reply.status(), nanos);
            tracer.request(
                    exchange.getRequestHeaders().getFirst("traceparent"), method + " " + route, reply.status(), nanos);
            log.info(line(exchange, reply, id, nanos));
        }
    }

    /** Sends no more spans. */
    void close() {
        tracer.close();
    }

    /** Whether no request is being answered. */
    boolean idle() {
        return inFlight.get() == 0;
    }

    private record Match(Route route, Map<String, String> variables) {}

    private Optional<Match> match(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        List<Match> matches = routes.stream()
                .flatMap(route -> route.match(path).stream().map(variables -> new Match(route, variables)))
                .toList();
        return matches.stream()
                .filter(match -> match.route().allows(exchange.getRequestMethod()))
                .findFirst()
                .or(() -> matches.stream().findFirst());
    }

    private Reply reply(HttpExchange exchange, Optional<Match> match, String id) {
        String path = exchange.getRequestURI().getPath();
        try {
            if (match.isEmpty()) {
                throw Problem.notFound("nothing at " + path);
            }
            if (cors.isPreflight(exchange)) {
                return Reply.empty(204);
            }
            Route route = match.get().route();
            if (!route.allows(exchange.getRequestMethod())) {
                throw Problem.methodNotAllowed(allowed(route.template()));
            }
            return route.handler().answer(new Request(exchange, match.get().variables()));
        } catch (Problem problem) {
            return problem.reply(path);
        } catch (SQLException e) {
            log.error(e, Map.of("requestId", id, "path", path));
            return problem(e).reply(path);
        } catch (IOException | RuntimeException e) {
            log.error(e, Map.of("requestId", id, "path", path));
            return Problem.internal().reply(path);
        }
    }

    private String allowed(String template) {
        return routes.stream()
                .filter(route -> route.template().equals(template))
                .map(Route::method)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Classes of SQLSTATE (PostgreSQL manual, appendix A): 08 connection, 57 operator intervention. */
    private static Problem problem(SQLException e) {
        if (Database.isReadOnly(e)) {
            return Problem.unavailable("the shop is read-only for maintenance");
        }
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (e instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57")) {
            return Problem.unavailable("the database does not answer");
        }
        return Problem.internal();
    }

    private void send(HttpExchange exchange, Reply reply, String id) throws IOException {
        Headers out = exchange.getResponseHeaders();
        headers.forEach(out::set);
        out.set("X-Request-Id", id);
        cors.headers(exchange).forEach(out::set);
        reply.headers().forEach(out::set);
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        boolean bare = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), bare ? -1 : body.length);
        if (!bare) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Map<String, Object> line(HttpExchange exchange, Reply reply, String id, long nanos) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("method", exchange.getRequestMethod());
        line.put("path", exchange.getRequestURI().getPath());
        line.put("status", reply.status());
        line.put("millis", TimeUnit.NANOSECONDS.toMicros(nanos) / 1_000.0);
        line.put("requestId", id);
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("traceparent"))
                .ifPresent(parent -> line.put("traceparent", parent));
        return line;
    }
}
