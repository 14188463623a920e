package io.cutovergate.testbed.net;

import io.cutovergate.testbed.process.Repeating;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.ResponseCodeHandler;
import io.undertow.server.handlers.encoding.ContentEncodingRepository;
import io.undertow.server.handlers.encoding.EncodingHandler;
import io.undertow.server.handlers.encoding.GzipEncodingProvider;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

/**
 * One side's entry: ends TLS, routes by host and path, and asks only replicas that are ready, as an application gateway
 * does, and compresses what is answered to who takes it so. Its certificate, routes and filters can be changed while it runs.
 */
public final class Gateway {
    private static final HttpString HSTS = HttpString.tryFromString("Strict-Transport-Security");
    private static final long PROBE_EVERY_MILLIS = 500;
    private static final HealthProbe PROBE = new HealthProbe(Duration.ofSeconds(2));

    private final List<Route> routes;
    private final List<Filter> filters = new CopyOnWriteArrayList<>();
    private final Map<ReplicaPool, ProxyHandler> proxies = new ConcurrentHashMap<>();
    private final AccessLog log;
    private final HttpHandler compressing;
    private final Listening at;
    private Undertow server;
    private final List<ServerCertificate> certificates = new ArrayList<>();
    private volatile boolean draining;

    private volatile boolean verifiesPartners = true;

    private record Listening(Web web, String address, int port, int plainPort, PartnerEntry partners) {}

    private Gateway(Listening at, ServerCertificate shown, List<Route> routes, Path log)
            throws GeneralSecurityException, IOException {
        this.at = at;
        this.routes = new CopyOnWriteArrayList<>(routes);
        this.log = AccessLog.to(log);
        this.certificates.add(shown);
        this.compressing = new EncodingHandler(
                this::route,
                new ContentEncodingRepository().addEncodingHandler("gzip", new GzipEncodingProvider(), 50));
        this.server = server(true);
        Repeating.every(PROBE_EVERY_MILLIS, "gateway-probe", this::probe);
    }

    /**
     * Starts a gateway.
     *
     * @param plainPort where plain HTTP is redirected to TLS
     * @param partners where certificates are asked for
     * @param routes the first that takes a request gets it
     * @param log file of JSON lines, one per request
     */
    public static Gateway start(
            Web web,
            String address,
            int port,
            int plainPort,
            PartnerEntry partners,
            ServerCertificate shown,
            List<Route> routes,
            Path log)
            throws GeneralSecurityException, IOException {
        Gateway gateway = new Gateway(new Listening(web, address, port, plainPort, partners), shown, routes, log);
        gateway.server.start();
        return gateway;
    }

    private Undertow server(boolean http2) throws GeneralSecurityException, IOException {
        return at.web()
                .builder()
                .setServerOption(UndertowOptions.ENABLE_HTTP2, http2)
                .addHttpsListener(at.port(), at.address(), latest().context(), exchange -> {
                    PartnerEntry.strip(exchange);
                    secure(exchange);
                })
                .addListener(new Undertow.ListenerBuilder()
                        .setType(Undertow.ListenerType.HTTPS)
                        .setHost(at.address())
                        .setPort(at.partners().port())
                        .setSslContext(partnerContext())
                        .setRootHandler((HttpHandler) exchange -> {
                            PartnerEntry.name(exchange);
                            secure(exchange);
                        })
                        .setOverrideSocketOptions(
                                OptionMap.create(Options.SSL_CLIENT_AUTH_MODE, SslClientAuthMode.REQUESTED)))
                .addHttpListener(at.plainPort(), at.address(), exchange -> redirect(exchange, at.port()))
                .build();
    }

    private SSLContext partnerContext() throws GeneralSecurityException, IOException {
        return latest().context(at.partners().trust(verifiesPartners));
    }

    /** Whether partners' certificates are verified from the next connection on. */
    public synchronized void verifyPartners(boolean does) throws GeneralSecurityException, IOException {
        verifiesPartners = does;
        showLatest();
    }

    private ServerCertificate latest() {
        return certificates.get(certificates.size() - 1);
    }

    /** Whether HTTP/2 is offered from now on; the listeners are opened anew. */
    public synchronized void http2(boolean offered) throws GeneralSecurityException, IOException {
        server.stop();
        server = server(offered);
        server.start();
    }

    /** Shows another certificate from the next connection on. */
    public synchronized void show(ServerCertificate certificate) throws GeneralSecurityException, IOException {
        certificates.add(certificate);
        showLatest();
    }

    /** Shows a certificate no longer, but the latest of those that are left. */
    public synchronized void withdraw(ServerCertificate certificate) throws GeneralSecurityException, IOException {
        certificates.remove(certificate);
        showLatest();
    }

    private synchronized void showLatest() throws GeneralSecurityException, IOException {
        for (Undertow.ListenerInfo listener : server.getListenerInfo()) {
            if (listener.getProtcol().equals("https")) {
                boolean isPartners = ((InetSocketAddress) listener.getAddress()).getPort()
                        == at.partners().port();
                listener.setSslContext(isPartners ? partnerContext() : latest().context());
            }
        }
    }

    /** Adds a route that is asked before all others. */
    public void prefer(Route route) {
        routes.add(0, route);
    }

    /** Removes a route. */
    public void remove(Route route) {
        routes.remove(route);
    }

    /** Adds a filter before the routes. */
    public void add(Filter filter) {
        filters.add(filter);
    }

    /** Removes a filter. */
    public void remove(Filter filter) {
        filters.remove(filter);
    }

    /** Whether connections are ended with their next answer, so that clients look their names up again; not those of WebSockets. */
    public void drain(boolean on) {
        draining = on;
    }

    /** Probes all pools now, instead of within half a second. */
    public synchronized void probe() {
        routes.stream().map(Route::pool).distinct().forEach(pool -> pool.probe(PROBE));
    }

    private void secure(HttpServerExchange exchange) throws Exception {
        log.record(exchange);
        exchange.getResponseHeaders().put(HSTS, "max-age=31536000; includeSubDomains");
        if (draining && !exchange.getRequestHeaders().contains(Headers.UPGRADE)) {
            exchange.setPersistent(false);
        }
        chain(List.copyOf(filters)).handleRequest(exchange);
    }

    private HttpHandler chain(List<Filter> rest) {
        return rest.isEmpty()
                ? compressing
                : exchange -> rest.get(0).handle(exchange, chain(rest.subList(1, rest.size())));
    }

    private void route(HttpServerExchange exchange) throws Exception {
        String host = exchange.getHostName();
        String path = exchange.getRequestPath();
        for (Route route : routes) {
            if (route.takes(host, path)) {
                proxies.computeIfAbsent(route.pool(), Gateway::proxy).handleRequest(exchange);
                return;
            }
        }
        exchange.setStatusCode(StatusCodes.NOT_FOUND);
    }

    private static ProxyHandler proxy(ReplicaPool pool) {
        return ProxyHandler.builder()
                .setProxyClient(pool)
                .setMaxConnectionRetries(0)
                .setMaxRequestTime((int) TimeUnit.SECONDS.toMillis(30))
                .setNext(new ResponseCodeHandler(StatusCodes.BAD_GATEWAY))
                .build();
    }

    private static void redirect(HttpServerExchange exchange, int port) {
        String query = exchange.getQueryString().isEmpty() ? "" : "?" + exchange.getQueryString();
        exchange.setStatusCode(StatusCodes.PERMANENT_REDIRECT);
        exchange.getResponseHeaders()
                .put(
                        Headers.LOCATION,
                        "https://" + exchange.getHostName() + ":" + port + exchange.getRequestURI() + query);
        exchange.endExchange();
    }
}
