package io.cutovergate.smoke.alerts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Waits where an Alertmanager's webhook receiver sends to, and keeps what arrives. */
final class AlertCatcher implements AutoCloseable {

    /** What a webhook sends is some kilobytes. */
    private static final int LONGEST = 1 << 20;

    private final HttpServer server;
    private final List<String> arrived = new CopyOnWriteArrayList<>();

    private AlertCatcher(HttpServer server) {
        this.server = server;
        server.createContext("/", this::take);
    }

    /** Listens; {@link Unexamined} where it cannot. */
    static AlertCatcher at(String address) {
        Host host = Host.parse(address);
        try {
            AlertCatcher catcher =
                    new AlertCatcher(HttpServer.create(new InetSocketAddress(host.name(), host.port()), 0));
            catcher.server.start();
            return catcher;
        } catch (IOException e) {
            throw new Unexamined(
                    "nobody can wait for the alert at " + address + ": " + e + " (target.alerts.webhook)", e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            arrived.add(new String(exchange.getRequestBody().readNBytes(LONGEST), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** How many of what arrived hold a mark. */
    int count(String mark) {
        return (int) arrived.stream().filter(text -> text.contains(mark)).count();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
