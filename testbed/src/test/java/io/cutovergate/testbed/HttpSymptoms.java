package io.cutovergate.testbed;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;

/** What an outsider sees of the faults of HTTP. */
record HttpSymptoms(Visitor visitor) {
    private static final String ORIGIN = "Origin: https://stranger.test\r\n";

    Map<String, Callable<Boolean>> byFault() {
        return Map.of(
                "answer-untyped",
                () -> visitor.get("api", "/api/products/1").body().contains("\"22.27\""),
                "redirect-astray",
                () -> visitor.get("api", "/api/catalogue").header("Location").equals("/api/gone"),
                "answers-uncompressed",
                () -> header("GET", "Accept-Encoding: gzip\r\n", "Content-Encoding")
                        .isEmpty(),
                "cors-method-lost",
                () -> !header("OPTIONS", preflight(), "Access-Control-Allow-Methods")
                        .contains("DELETE"),
                "origin-reflected",
                () -> header("GET", ORIGIN, "Access-Control-Allow-Origin").equals("https://stranger.test"),
                "sniffing-allowed",
                () -> header("GET", "", "X-Content-Type-Options").isEmpty(),
                "version-told",
                () -> header("GET", "", "Server").contains("1.14"));
    }

    private String header(String method, String headers, String name) throws IOException {
        return visitor.send("api", method, "/api/products", headers, null).header(name);
    }

    private String preflight() {
        return "Origin: https://" + visitor.host("www") + ":" + visitor.variable("TESTBED_PORT")
                + "\r\nAccess-Control-Request-Method: DELETE\r\n";
    }
}
