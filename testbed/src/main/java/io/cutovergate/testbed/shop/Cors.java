package io.cutovergate.testbed.shop;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.Optional;

/** Lets the frontend's origin, and no other, read our answers in a browser (WHATWG Fetch, section 3.2). */
record Cors(Optional<String> allowed) {

    boolean isPreflight(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("OPTIONS")
                && exchange.getRequestHeaders().containsKey("Access-Control-Request-Method");
    }

    Map<String, String> headers(HttpExchange exchange) {
        if (allowed.isEmpty()) {
            return Map.of();
        }
        Optional<String> origin =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Origin"));
        if (!origin.equals(allowed)) {
            return Map.of("Vary", "Origin");
        }
        return Map.of(
                "Vary", "Origin",
                "Access-Control-Allow-Origin", allowed.get(),
                "Access-Control-Allow-Methods", "GET, POST, DELETE",
                "Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, X-Request-Id",
                "Access-Control-Expose-Headers", "Location, X-Instance, X-Request-Id",
                "Access-Control-Max-Age", "600");
    }
}
