package io.cutovergate.testbed.net;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the part of Cloudflare's API that edits a zone's records: {@code /client/v4/zones} and
 * {@code /client/v4/zones/{zone}/dns_records[/{record}]} with GET, POST, PUT, PATCH and DELETE, bearer token, and answers
 * in Cloudflare's envelope of success, errors and result.
 *
 * @param token what a caller has to bear
 */
public record DnsApi(Zone zone, String token) implements HttpHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ZONES = "/client/v4/zones";
    private static final int UNAUTHENTICATED = 10000;
    private static final int NOT_FOUND = 81044;
    private static final int INVALID = 9005;
    private static final long AUTOMATIC_TTL = 300;

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        String records = ZONES + "/" + zone.id() + "/dns_records";
        String path = exchange.getRequestPath();
        if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION))) {
            fail(exchange, 403, UNAUTHENTICATED, "Authentication error");
        } else if (path.equals(ZONES)) {
            succeed(exchange, List.of(Map.of("id", zone.id(), "name", zone.name(), "status", "active")));
        } else if (path.equals(records)) {
            collection(exchange);
        } else if (path.startsWith(records + "/")) {
            DnsRecord record = zone.get(path.substring(records.length() + 1)).orElse(null);
            if (record == null) {
                fail(exchange, 404, NOT_FOUND, "Record does not exist.");
            } else {
                one(exchange, record);
            }
        } else {
            fail(exchange, 404, NOT_FOUND, "Could not route to " + path);
        }
    }

    private void collection(HttpServerExchange exchange) throws IOException {
        switch (exchange.getRequestMethod().toString()) {
            case "GET" -> {
                String name = parameter(exchange, "name");
                String type = parameter(exchange, "type");
                succeed(
                        exchange,
                        zone
                                .list(record -> (name == null || record.name().equals(name))
                                        && (type == null || record.type().equals(type)))
                                .stream()
                                .map(this::shown)
                                .toList());
            }
            case "POST" -> store(exchange, new DnsRecord(Zone.newId(), "", "", "", AUTOMATIC_TTL));
            default -> fail(exchange, 405, INVALID, "Method not allowed");
        }
    }

    private void one(HttpServerExchange exchange, DnsRecord record) throws IOException {
        switch (exchange.getRequestMethod().toString()) {
            case "GET" -> succeed(exchange, shown(record));
            case "PUT" -> store(exchange, new DnsRecord(record.id(), "", "", "", AUTOMATIC_TTL));
            case "PATCH" -> store(exchange, record);
            case "DELETE" -> {
                zone.remove(record.id());
                succeed(exchange, Map.of("id", record.id()));
            }
            default -> fail(exchange, 405, INVALID, "Method not allowed");
        }
    }

    private void store(HttpServerExchange exchange, DnsRecord before) throws IOException {
        try {
            JsonNode body = JSON.readTree(exchange.getInputStream());
            long ttl = body.path("ttl").asLong(before.ttl());
            DnsRecord record = new DnsRecord(
                    before.id(),
                    body.path("type").asText(before.type()),
                    body.path("name").asText(before.name()),
                    body.path("content").asText(before.content()),
                    ttl == 1 ? AUTOMATIC_TTL : ttl,
                    body.path("proxied").asBoolean(before.proxied()));
            succeed(exchange, shown(zone.put(record)));
        } catch (IOException | IllegalArgumentException e) {
            fail(exchange, 400, INVALID, "Content for this record is invalid: " + e.getMessage());
        }
    }

    private Map<String, Object> shown(DnsRecord record) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", record.id());
        shown.put("zone_id", zone.id());
        shown.put("zone_name", zone.name());
        shown.put("name", record.name());
        shown.put("type", record.type());
        shown.put("content", record.content());
        shown.put("proxied", record.proxied());
        shown.put("ttl", record.ttl());
        return shown;
    }

    private static @Nullable String parameter(HttpServerExchange exchange, String name) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return values == null ? null : values.peekFirst();
    }

    private static void succeed(HttpServerExchange exchange, Object result) throws IOException {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", true);
        envelope.put("errors", List.of());
        envelope.put("messages", List.of());
        envelope.put("result", result);
        if (result instanceof List<?> list) {
            envelope.put(
                    "result_info",
                    Map.of(
                            "page",
                            1,
                            "per_page",
                            100,
                            "count",
                            list.size(),
                            "total_count",
                            list.size(),
                            "total_pages",
                            1));
        }
        send(exchange, 200, envelope);
    }

    private static void fail(HttpServerExchange exchange, int status, int code, String message) throws IOException {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", false);
        envelope.put("errors", List.of(Map.of("code", code, "message", message)));
        envelope.put("messages", List.of());
        envelope.put("result", null);
        send(exchange, status, envelope);
    }

    private static void send(HttpServerExchange exchange, int status, Map<String, Object> envelope) throws IOException {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(JSON.writeValueAsString(envelope));
    }
}
