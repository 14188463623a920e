package io.cutovergate.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A small service over TLS that can be slow, fail now and then, and be down. */
final class Service implements AutoCloseable {

    static final int SLOW = 4_000;
    static final int EVERY = 10;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpsServer server;
    private final Path down;
    private final Set<String> queries = ConcurrentHashMap.newKeySet();
    private volatile long delay;

    /**
     * @param down a file; while it exists, every answer is 503
     */
    Service(OwnCertificate certificate, Path down) throws IOException {
        this.down = down;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate.tls()));
        server.setExecutor(threads);
        server.createContext("/fast", exchange -> answer(exchange, 200));
        server.createContext("/slow", this::later);
        server.createContext("/timed", exchange -> after(delay, exchange));
        server.createContext("/flaky", exchange -> answer(exchange, asked.incrementAndGet() % EVERY == 0 ? 503 : 200));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was asked for behind a question mark. */
    Set<String> queries() {
        return queries;
    }

    /** How often /flaky was asked. */
    int asked() {
        return asked.get();
    }

    /** How long answers of /timed take. */
    Service takes(long millis) {
        delay = millis;
        return this;
    }

    private void later(HttpExchange exchange) {
        after(SLOW, exchange);
    }

    private void after(long millis, HttpExchange exchange) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, threads)
                .execute(() -> {
                    try {
                        answer(exchange, 200);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getQuery();
            if (query != null) {
                queries.add(query);
            }
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(Files.exists(down) ? 503 : status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
