package io.cutovergate.testbed.shop;

import java.util.List;
import java.util.Map;

/** What a process tells about itself. */
record About(Env env, Metrics metrics) {

    List<Route> routes() {
        Map<String, String> version = Map.of("digest", env.need("SHOP_DIGEST"), "instance", env.need("SHOP_INSTANCE"));
        return List.of(
                Route.get("/version", request -> Reply.json(200, version)),
                Route.get("/metrics", request -> Reply.text(Metrics.TYPE, metrics.exposition())));
    }
}
