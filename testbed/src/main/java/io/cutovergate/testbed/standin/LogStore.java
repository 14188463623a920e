package io.cutovergate.testbed.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.testbed.net.Web;
import io.cutovergate.testbed.process.Repeating;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stand-in for Loki: ships the processes' JSON lines and answers {@code /loki/api/v1/query_range} with {@code query},
 * {@code start}, {@code end} (nanoseconds, seconds or RFC 3339), {@code limit} and {@code direction}.
 */
public final class LogStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT = 100_000;
    private static final long EVERY_MILLIS = 200;

    private final List<LogFile> files = new CopyOnWriteArrayList<>();
    private final Deque<LogLine> lines = new ArrayDeque<>();
    private boolean ships = true;

    private LogStore(Web web, String address, int port) {
        web.serve(address, port, this::answer);
        Repeating.every(EVERY_MILLIS, "log-shipping", this::ship);
    }

    /** Starts with no files. */
    public static LogStore start(Web web, String address, int port) {
        return new LogStore(web, address, port);
    }

    /** Ships a file from now on. */
    public void follow(Path file, String app, String side, String instance) {
        files.add(new LogFile(file, Map.of("app", app, "side", side, "instance", instance)));
    }

    /** Whether lines arrive; those written meanwhile arrive when shipping goes on. */
    public synchronized void ships(boolean wanted) {
        ships = wanted;
    }

    private synchronized void ship() throws IOException {
        if (!ships) {
            return;
        }
        for (LogFile file : files) {
            List<LogLine> arrived = file.read();
            synchronized (lines) {
                lines.addAll(arrived);
                while (lines.size() > KEPT) {
                    lines.removeFirst();
                }
            }
        }
    }

    private void answer(HttpServerExchange exchange) throws IOException {
        switch (exchange.getRequestPath()) {
            case "/ready" -> exchange.getResponseSender().send("ready\n");
            case "/loki/api/v1/query_range" -> range(exchange);
            default -> {
                exchange.setStatusCode(404);
                exchange.getResponseSender().send("404 page not found\n");
            }
        }
    }

    private void range(HttpServerExchange exchange) throws IOException {
        try {
            LogQuery query = LogQuery.parse(parameter(exchange, "query", ""));
            Instant now = Instant.now();
            long start = time(
                    parameter(exchange, "start", now.minus(Duration.ofHours(1)).toString()));
            long end = time(parameter(exchange, "end", now.plusSeconds(1).toString()));
            int limit = Integer.parseInt(parameter(exchange, "limit", "100"));
            Comparator<LogLine> order = Comparator.comparingLong(LogLine::nanos);
            if (!parameter(exchange, "direction", "backward").equals("forward")) {
                order = order.reversed();
            }
            List<LogLine> found;
            synchronized (lines) {
                found = lines.stream()
                        .filter(line -> line.nanos() >= start && line.nanos() < end && query.matches(line))
                        .sorted(order)
                        .limit(limit)
                        .toList();
            }
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
            exchange.getResponseSender().send(JSON.writeValueAsString(streams(found)));
        } catch (IllegalArgumentException e) {
            exchange.setStatusCode(400);
            exchange.getResponseSender().send("parse error: " + e.getMessage() + "\n");
        }
    }

    private static Map<String, Object> streams(List<LogLine> found) {
        Map<Map<String, String>, List<List<String>>> byLabels = new LinkedHashMap<>();
        for (LogLine line : found) {
            byLabels.computeIfAbsent(line.labels(), labels -> new ArrayList<>())
                    .add(List.of(Long.toString(line.nanos()), line.text()));
        }
        List<Map<String, Object>> result = byLabels.entrySet().stream()
                .map(stream -> Map.<String, Object>of("stream", stream.getKey(), "values", stream.getValue()))
                .toList();
        return Map.of("status", "success", "data", Map.of("resultType", "streams", "result", result));
    }

    private static String parameter(HttpServerExchange exchange, String name, String fallback) {
        Deque<String> values = exchange.getQueryParameters().get(name);
        return values == null || values.isEmpty() ? fallback : values.getFirst();
    }

    /** As Loki reads a time: up to ten digits are seconds, more are nanoseconds, anything else is RFC 3339. */
    private static long time(String text) {
        if (text.contains("T")) {
            return LogFile.nanos(Instant.parse(text));
        }
        if (text.contains(".") || text.length() <= 10) {
            return (long) (Double.parseDouble(text) * 1e9);
        }
        return Long.parseLong(text);
    }
}
