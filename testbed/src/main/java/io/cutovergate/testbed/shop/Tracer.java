package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends a span for each request whose caller records its trace (W3C Trace Context, section 3.2; Zipkin's JSON, version 2) to
 * {@code SHOP_TRACES}. {@code SHOP_TRACE_PARENT} is {@code off} where a fault says so: the span is then of a trace of its
 * own.
 */
final class Tracer implements AutoCloseable {

    private static final Pattern SAMPLED = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f][13579bdf]");
    private static final int WAITING = 1_000;
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int SPAN_BYTES = 8;
    private static final int TRACE_BYTES = 16;

    private final Optional<URI> store;
    private final boolean continues;
    private final String service;
    private final JsonLog log;
    private final BlockingQueue<Map<String, Object>> spans = new ArrayBlockingQueue<>(WAITING);
    private final Thread sender = new Thread(this::send, "spans");

    Tracer(Env env, JsonLog log) {
        this.store = env.maybe("SHOP_TRACES").map(base -> URI.create(base + "/api/v2/spans"));
        this.continues = env.on("SHOP_TRACE_PARENT");
        this.service = env.need("SHOP_INSTANCE").replaceAll("-\\d+$", "");
        this.log = log;
        sender.setDaemon(true);
        if (store.isPresent()) {
            sender.start();
        }
    }

    /** A request that was answered; without a parent that records nothing is sent. */
    void request(@Nullable String traceparent, String name, int status, long nanos) {
        Matcher parent = SAMPLED.matcher(traceparent == null ? "" : traceparent);
        if (store.isEmpty() || !parent.matches()) {
            return;
        }
        long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("traceId", continues ? parent.group(1) : id(TRACE_BYTES));
        if (continues) {
            span.put("parentId", parent.group(2));
        }
        span.put("id", id(SPAN_BYTES));
        span.put("kind", "SERVER");
        span.put("name", name);
        span.put("timestamp", TimeUnit.MILLISECONDS.toMicros(System.currentTimeMillis()) - micros);
        span.put("duration", Math.max(1, micros));
        span.put("localEndpoint", Map.of("serviceName", service));
        span.put("tags", Map.of("http.status_code", Integer.toString(status)));
        if (!spans.offer(span)) {
            log.info(Map.of("event", "span dropped", "waiting", WAITING));
        }
    }

    private void send() {
        List<Map<String, Object>> batch = new ArrayList<>();
        try {
            while (true) {
                batch.add(spans.take());
                spans.drainTo(batch);
                post(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(List<Map<String, Object>> batch) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) store.orElseThrow().toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(Json.text(batch).getBytes(StandardCharsets.UTF_8));
            }
            int status = connection.getResponseCode();
            if (status >= HttpURLConnection.HTTP_BAD_REQUEST) {
                throw new IOException("the trace store answers " + status);
            }
        } catch (IOException e) {
            log.error(e, Map.of("event", "spans lost", "spans", batch.size()));
        }
    }

    private static String id(int bytes) {
        byte[] id = new byte[bytes];
        new SecureRandom().nextBytes(id);
        // None may be all zeros.
        id[0] |= 1;
        return HexFormat.of().formatHex(id);
    }

    @Override
    public void close() {
        sender.interrupt();
    }
}
