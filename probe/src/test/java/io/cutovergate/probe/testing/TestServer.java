package io.cutovergate.probe.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A web server on a free port of the loopback. */
public final class TestServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads;

    private TestServer(HttpServer server, HttpHandler handler) {
        this.server = server;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "test-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", handler);
        server.start();
    }

    public static TestServer https(SSLContext context, HttpHandler handler) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new TestServer(server, handler);
    }

    /** Asks for a certificate, and ends the handshake without one where it is needed. */
    public static TestServer asking(SSLContext context, boolean needed, HttpHandler handler) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters asking = context.getDefaultSSLParameters();
                // Each of the two setters undoes the other.
                if (needed) {
                    asking.setNeedClientAuth(true);
                } else {
                    asking.setWantClientAuth(true);
                }
                parameters.setSSLParameters(asking);
            }
        });
        return new TestServer(server, handler);
    }

    public static TestServer http(HttpHandler handler) throws IOException {
        return new TestServer(HttpServer.create(loopback(), 0), handler);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Answers with JSON. */
    public static void json(HttpExchange exchange, int status, String body, Map<String, String> headers)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        headers.forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
