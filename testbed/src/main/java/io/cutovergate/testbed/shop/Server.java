package io.cutovergate.testbed.shop;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The listening socket at {@code SHOP_BIND}:{@code SHOP_PORT} (port 0: any free one) and the threads behind it. */
final class Server implements AutoCloseable {

    private static final int THREADS = 32;
    private static final int BACKLOG = 256;

    private final HttpServer http;
    private final Front front;
    private final ExecutorService threads;

    private Server(HttpServer http, Front front, ExecutorService threads) {
        this.http = http;
        this.front = front;
        this.threads = threads;
    }

    static Server start(Env env, List<Route> routes, JsonLog log, Metrics metrics) throws IOException {
        // Read once by the JDK's server: no 40 ms wait for delayed acknowledgements; a proxy's idle connections stay
        // open, seconds.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.idleInterval", "300");
        var address = new InetSocketAddress(env.maybe("SHOP_BIND").orElse("127.0.0.1"), env.number("SHOP_PORT"));
        HttpServer http = HttpServer.create(address, BACKLOG);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        http.setExecutor(threads);
        Front front = new Front(env, routes, log, metrics);
        http.createContext("/", front);
        http.start();
        return new Server(http, front, threads);
    }

    int port() {
        return http.getAddress().getPort();
    }

    /** Takes no new connection and gives requests in flight a second. JDK 17 waits that second even when there are none. */
    @Override
    public void close() {
        http.stop(front.idle() ? 0 : 1);
        threads.shutdownNow();
        front.close();
    }
}
