package io.cutovergate.testbed.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.testbed.net.Web;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A stand-in for Jaeger: takes spans at {@code POST /api/v2/spans} as its Zipkin port does, and answers
 * {@code GET /api/traces/ID} as its query service does.
 */
public final class TraceStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 10_000;
    private static final String TRACE = "/api/traces/";

    private final Deque<JsonNode> spans = new ArrayDeque<>();
    private boolean keeps = true;

    private TraceStore() {}

    /** Starts empty. */
    public static TraceStore start(Web web, String address, int port) {
        TraceStore store = new TraceStore();
        web.serve(address, port, store::answer);
        return store;
    }

    /** Whether it keeps what it is sent. */
    public synchronized void keeps(boolean wanted) {
        keeps = wanted;
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        String path = exchange.getRequestPath();
        if (path.equals("/api/v2/spans") && exchange.getRequestMethod().equalToString("POST")) {
            keep(JSON.readTree(exchange.getInputStream()));
            exchange.setStatusCode(202);
        } else if (path.startsWith(TRACE)) {
            trace(exchange, path.substring(TRACE.length()));
        } else {
            exchange.setStatusCode(404);
            exchange.getResponseSender().send("404 page not found\n");
        }
    }

    private synchronized void keep(JsonNode arrived) {
        if (!keeps) {
            return;
        }
        arrived.forEach(spans::add);
        while (spans.size() > KEPT) {
            spans.removeFirst();
        }
    }

    private synchronized List<JsonNode> of(String trace) {
        return spans.stream()
                .filter(span -> span.path("traceId").asText().equals(trace))
                .toList();
    }

    private void trace(HttpServerExchange exchange, String trace) throws IOException {
        List<JsonNode> found = of(trace);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        if (found.isEmpty()) {
            exchange.setStatusCode(404);
            exchange.getResponseSender()
                    .send("{\"data\":null,\"total\":0,\"limit\":0,\"offset\":0,"
                            + "\"errors\":[{\"code\":404,\"msg\":\"trace not found\"}]}");
        } else {
            exchange.getResponseSender().send(JSON.writeValueAsString(JaegerTrace.of(trace, found)));
        }
    }
}
