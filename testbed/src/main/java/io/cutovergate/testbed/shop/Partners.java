package io.cutovergate.testbed.shop;

import java.util.List;
import java.util.Map;

/**
 * What partners may ask, who show a certificate: the gateway has verified it and tells whose it is, and takes that header from everybody
 * else.
 */
record Partners(TokenRules rules) {

    private static final String SUBJECT = "X-Client-Subject";

    List<Route> routes() {
        return List.of(Route.get("/api/partner/stock", this::stock));
    }

    private Reply stock(Request request) {
        if (request.header(SUBJECT).isEmpty() && !rules.omits("certificate")) {
            throw Problem.forbidden("a partner's certificate is needed");
        }
        return Reply.json(200, Map.of("partner", request.header(SUBJECT).orElse("anybody"), "shelves", 12));
    }
}
