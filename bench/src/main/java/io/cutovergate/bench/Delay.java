package io.cutovergate.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets nginx send an answer a while after it was asked for: its {@code X-Accel-Redirect} comes that late. */
final class Delay implements AutoCloseable {

    private final HttpServer server;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "delay");
        thread.setDaemon(true);
        return thread;
    });

    private Delay(HttpServer server) {
        this.server = server;
    }

    static Delay start(Duration delay) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Delay started = new Delay(server);
        server.createContext("/", exchange -> {
            var unused = started.clock.schedule(() -> release(exchange), delay.toMillis(), TimeUnit.MILLISECONDS);
        });
        server.start();
        return started;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void release(HttpExchange exchange) {
        try {
            exchange.getResponseHeaders()
                    .set(
                            "X-Accel-Redirect",
                            "/served" + exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        clock.shutdownNow();
    }
}
