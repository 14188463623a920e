package io.cutovergate.testbed.net;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One JSON line per request that a gateway answered. */
record AccessLog(Writer out) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static AccessLog to(Path file) throws IOException {
        return new AccessLog(Files.newBufferedWriter(file));
    }

    /** Writes the line once the exchange is complete. */
    void record(HttpServerExchange exchange) {
        long start = System.nanoTime();
        exchange.addExchangeCompleteListener((done, next) -> {
            write(done, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            next.proceed();
        });
    }

    private void write(HttpServerExchange exchange, long millis) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.now().toString());
        line.put("level", "INFO");
        line.put("host", exchange.getHostName());
        line.put("method", exchange.getRequestMethod().toString());
        line.put("path", exchange.getRequestURI());
        line.put("status", exchange.getStatusCode());
        line.put("millis", millis);
        line.put("client", String.valueOf(exchange.getSourceAddress()));
        try {
            String text = JSON.writeValueAsString(line);
            synchronized (out) {
                out.write(text + "\n");
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
