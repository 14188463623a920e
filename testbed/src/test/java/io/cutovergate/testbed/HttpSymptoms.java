package io.cutovergate.testbed;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;

/** What an outsider sees of the faults of HTTP. */
record HttpSymptoms(Visitor visitor) {
    private static final String ORIGIN = "Origin: https://stranger.test\r\n";

    Map<String, Callable<Boolean>> byFault() {
        return Map.ofEntries(
                Map.entry(
                        "answer-untyped",
                        () -> visitor.get("api", "/api/products/1").body().contains("\"22.27\"")),
                Map.entry("redirect-astray", () -> visitor.get("api", "/api/catalogue")
                        .header("Location")
                        .equals("/api/gone")),
                Map.entry("answers-uncompressed", () -> header("GET", "Accept-Encoding: gzip\r\n", "Content-Encoding")
                        .isEmpty()),
                Map.entry("cors-method-lost", () -> !header("OPTIONS", preflight(), "Access-Control-Allow-Methods")
                        .contains("DELETE")),
                Map.entry("origin-reflected", () -> header("GET", ORIGIN, "Access-Control-Allow-Origin")
                        .equals("https://stranger.test")),
                Map.entry("sniffing-allowed", () -> header("GET", "", "X-Content-Type-Options")
                        .isEmpty()),
                Map.entry("version-told", () -> header("GET", "", "Server").contains("1.14")),
                Map.entry(
                        "errors-as-pages",
                        () -> visitor.get("api", "/api/cutover-gate").body().startsWith("<h1>404")),
                Map.entry(
                        "trace-told",
                        () -> visitor.get("api", "/api/orders").body().contains("Tokens.java")),
                Map.entry("body-limit-lowered", () -> posted(20_000) == 413),
                Map.entry("oversize-fails", () -> posted(66_000) == 502),
                Map.entry("websocket-blocked", () -> !upgraded()),
                Map.entry("http2-lost", () -> !visitor.protocols("api").contains("h2")));
    }

    private String header(String method, String headers, String name) throws IOException {
        return visitor.send("api", method, "/api/products", headers, null).header(name);
    }

    private int posted(int length) throws IOException {
        String json = "{\"gate\":\"" + "x".repeat(length) + "\"}";
        return visitor.send("api", "POST", "/api/jobs/probe", "Content-Type: application/json\r\n", json)
                .status();
    }

    private boolean upgraded() throws IOException {
        String headers = String.join(
                "\r\n",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "");
        return visitor.head("www", "/live", headers).startsWith("HTTP/1.1 101");
    }

    private String preflight() {
        return "Origin: https://" + visitor.host("www") + ":" + visitor.variable("TESTBED_PORT")
                + "\r\nAccess-Control-Request-Method: DELETE\r\n";
    }
}
