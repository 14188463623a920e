package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.fault.Fault.Broken;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.net.Filter;
import io.cutovergate.testbed.net.Gateway;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.security.GeneralSecurityException;

/** The API is answered, but not as HTTP, browsers and callers want it. */
final class HttpFaults {
    private HttpFaults() {}

    static Broken answerUntyped(Installation installation) {
        return filter(
                installation,
                "the first product's price is a text",
                Filter.answer(
                                200,
                                "application/json",
                                "{\"id\":1,\"name\":\"Kettle\",\"price\":\"22.27\",\"currency\":\"CAD\",\"stock\":3}")
                        .where(Filter.at(api(installation), "/api/products/1")));
    }

    static Broken redirectAstray(Installation installation) {
        return filter(
                installation,
                "/api/catalogue leads to /api/gone",
                Filter.header("Location", "/api/gone").where(Filter.at(api(installation), "/api/catalogue")));
    }

    static Broken answersUncompressed(Installation installation) {
        return filter(installation, "nothing is compressed", Filter.unasked("Accept-Encoding"));
    }

    static Broken corsMethodLost(Installation installation) {
        return filter(
                installation,
                "preflights allow GET and POST alone",
                Filter.header("Access-Control-Allow-Methods", "GET, POST").where(Filter.by("OPTIONS")));
    }

    static Broken originReflected(Installation installation) {
        return filter(installation, "whatever origin asks is let in", (exchange, next) -> {
            String origin = exchange.getRequestHeaders().getFirst("Origin");
            if (origin != null) {
                exchange.addResponseCommitListener(answered ->
                        answered.getResponseHeaders().put(new HttpString("Access-Control-Allow-Origin"), origin));
            }
            next.handleRequest(exchange);
        });
    }

    static Broken sniffingAllowed(Installation installation) {
        return filter(installation, "no X-Content-Type-Options", Filter.without("X-Content-Type-Options"));
    }

    static Broken versionTold(Installation installation) {
        return filter(installation, "Server: nginx/1.14.0", Filter.header("Server", "nginx/1.14.0"));
    }

    static Broken errorsAsPages(Installation installation) {
        return filter(
                installation,
                "unknown paths of the API are answered with a page",
                Filter.answer(404, "text/html", "<h1>404 Not Found</h1>")
                        .where(Filter.at(api(installation), "/api/cutover-gate")));
    }

    static Broken traceTold(Installation installation) {
        return filter(
                installation,
                "errors of /api/orders tell a stack trace",
                Filter.answer(
                                401,
                                "application/problem+json",
                                "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"detail\":"
                                        + "\"at shop.Tokens.principal(Tokens.java:41)\"}")
                        .where(Filter.at(api(installation), "/api/orders")
                                .and(Filter.by("GET"))
                                .and(exchange -> !exchange.getRequestHeaders().contains("Authorization"))));
    }

    static Broken bodyLimitLowered(Installation installation) {
        return filter(
                installation,
                "the gateway takes bodies of 16 KiB",
                Filter.answer(413, "text/html", "<h1>413 Request Entity Too Large</h1>")
                        .where(Filter.longerThan(16 << 10)));
    }

    static Broken oversizeFails(Installation installation) {
        return filter(
                installation,
                "502 for bodies of more than 64 KiB",
                Filter.answer(502, "text/html", "<h1>502 Bad Gateway</h1>").where(Filter.longerThan(64 << 10)));
    }

    static Broken websocketBlocked(Installation installation) {
        return filter(installation, "no connection is upgraded", Filter.unasked("Upgrade"));
    }

    static Broken http2Lost(Installation installation) throws GeneralSecurityException, IOException {
        Gateway gateway = installation.target().gateway();
        gateway.http2(false);
        return new Broken("HTTP/2 is not offered", () -> gateway.http2(true));
    }

    private static String api(Installation installation) {
        return installation.plan().host("api");
    }

    private static Broken filter(Installation installation, String what, Filter filter) {
        Gateway gateway = installation.target().gateway();
        gateway.add(filter);
        return new Broken(what, () -> gateway.remove(filter));
    }
}
