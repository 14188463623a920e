package io.cutovergate.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The requests of a tab, read from Chromium's performance log (events of the DevTools protocol's domain
 * {@code Network}). One that the page itself gave up has not failed.
 */
final class Traffic {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Kinds of requests that stay open as long as the page. */
    private static final Set<String> STREAMS = Set.of("EventSource", "WebSocket", "Ping");

    /** The browser asks for it once by itself, whether a page has one or not. */
    private static final String UNASKED = "/favicon.ico";

    private static final String UNASKED_TYPE = "Other";

    private final Map<String, Exchange> exchanges = new LinkedHashMap<>();
    private long lastEvent = System.nanoTime();

    /** Reads one entry of the log. */
    void read(String entry) {
        JsonNode event = parse(entry);
        JsonNode message = event.path("message");
        JsonNode params = message.path("params");
        String id = params.path("requestId").asText();
        switch (message.path("method").asText()) {
            case "Network.requestWillBeSent" ->
                begin(id, params, event.path("webview").asText());
            case "Network.responseReceived" ->
                change(
                        id,
                        exchange -> exchange.answered(
                                params.path("response").path("status").asInt()));
            case "Network.loadingFinished" -> change(id, Exchange::ended);
            case "Network.loadingFailed" ->
                change(
                        id,
                        exchange ->
                                params.path("canceled").asBoolean() ? exchange.ended() : exchange.failed(why(params)));
            default -> {
                // Other events tell nothing of requests.
            }
        }
    }

    /** Whether no request is under way and nothing happened for so long. */
    boolean quietFor(Duration time) {
        return unanswered().isEmpty() && System.nanoTime() - lastEvent >= time.toNanos();
    }

    /** The last page that was asked for and not brought by anybody; empty where each was. */
    Optional<Exchange> lostPage() {
        return failed().stream()
                .filter(exchange ->
                        exchange.kind() == Kind.PAGE && !exchange.failure().isEmpty())
                .reduce((one, later) -> later);
    }

    /** How many requests were made. */
    int size() {
        return exchanges.size();
    }

    /** The status with which the page itself was answered; 0 where the browser did not tell. */
    int pageStatus() {
        return exchanges.values().stream()
                .filter(exchange -> exchange.kind() == Kind.PAGE)
                .mapToInt(Exchange::status)
                .findFirst()
                .orElse(0);
    }

    /** Those that failed: an error of the network or of the browser's rules, or a status of 400 and more. */
    List<Exchange> failed() {
        return exchanges.values().stream()
                .filter(exchange ->
                        exchange.status() >= 400 || !exchange.failure().isEmpty())
                .toList();
    }

    /** Those that nobody has answered yet. */
    List<Exchange> unanswered() {
        return exchanges.values().stream()
                .filter(exchange -> exchange.open() && exchange.kind() != Kind.STREAM)
                .toList();
    }

    private void begin(String id, JsonNode params, String tab) {
        String url = params.path("request").path("url").asText();
        String type = params.path("type").asText();
        if (!url.startsWith("http") || (type.equals(UNASKED_TYPE) && url.endsWith(UNASKED))) {
            return;
        }
        lastEvent = System.nanoTime();
        boolean page =
                type.equals("Document") && params.path("frameId").asText().equals(tab);
        String method = params.path("request").path("method").asText();
        exchanges.put(id, new Exchange(method, url, page ? Kind.PAGE : kind(type), 0, "", true));
    }

    private static Kind kind(String type) {
        return STREAMS.contains(type) ? Kind.STREAM : Kind.PART;
    }

    private void change(String id, UnaryOperator<Exchange> change) {
        if (exchanges.computeIfPresent(id, (same, exchange) -> change.apply(exchange)) != null) {
            lastEvent = System.nanoTime();
        }
    }

    private static String why(JsonNode params) {
        String rule = params.path("blockedReason").asText();
        String cors = params.path("corsErrorStatus").path("corsError").asText();
        return params.path("errorText").asText()
                + (rule.isEmpty() ? "" : " (blocked: " + rule + ")")
                + (cors.isEmpty() ? "" : " (CORS: " + cors + ")");
    }

    private static JsonNode parse(String entry) {
        try {
            return JSON.readTree(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the browser's performance log is no JSON: " + entry, e);
        }
    }

    /** What a request is for. */
    enum Kind {
        /** The page itself. */
        PAGE,
        /** Something that stays open as long as the page. */
        STREAM,
        /** Anything else. */
        PART
    }

    /**
     * One request and what became of it.
     *
     * @param status of the answer; 0 while there is none
     * @param failure the browser's word for what went wrong; may be empty
     * @param open whether it is under way
     */
    record Exchange(String method, String url, Kind kind, int status, String failure, boolean open) {

        private Exchange answered(int answer) {
            return new Exchange(method, url, kind, answer, failure, open);
        }

        private Exchange ended() {
            return new Exchange(method, url, kind, status, failure, false);
        }

        private Exchange failed(String why) {
            // After an error status Chromium may report the aborted body too.
            return new Exchange(method, url, kind, status, status >= 400 ? "" : why, false);
        }

        /** For messages: {@code GET https://www.shop.example/logo.png: 404}. */
        @Override
        public String toString() {
            return method + " " + url + (failure.isEmpty() ? status == 0 ? "" : ": " + status : ": " + failure);
        }
    }
}
