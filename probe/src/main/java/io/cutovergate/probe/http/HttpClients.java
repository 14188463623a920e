package io.cutovergate.probe.http;

import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.tls.ClientIdentity;
import io.cutovergate.probe.tls.Trust;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Makes the clients of a run. They never repeat a request, follow no redirect, keep no cookie, and keep a connection only for the
 * second in which a warm-up is followed by what is measured.
 */
final class HttpClients implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Trust trust;
    private final Map<ClientIdentity, OkHttpClient> known = new HashMap<>();
    private @Nullable OkHttpClient base;

    HttpClients(Trust trust) {
        this.trust = trust;
    }

    /** A client that connects to the place, whatever its host's name means elsewhere. */
    OkHttpClient client(HttpRequest request, Place place, EventListener listener) {
        OkHttpClient.Builder client = base(request.identity())
                .newBuilder()
                .dns(new Pinned(place.addresses()))
                .callTimeout(request.within())
                .connectTimeout(request.within().compareTo(CONNECT) < 0 ? request.within() : CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListener(listener);
        if (request.fresh()) {
            client.connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS));
        }
        return client.build();
    }

    /** Each identity has connections of its own. */
    private synchronized OkHttpClient base(@Nullable ClientIdentity identity) {
        return identity == null
                ? base()
                : known.computeIfAbsent(identity, its -> base().newBuilder()
                        .sslSocketFactory(trust.sockets(its), trust.manager())
                        .connectionPool(pool())
                        .build());
    }

    private OkHttpClient base() {
        if (base == null) {
            base = new OkHttpClient.Builder()
                    .sslSocketFactory(trust.sockets(), trust.manager())
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .retryOnConnectionFailure(false)
                    .connectionPool(pool())
                    .build();
        }
        return base;
    }

    private static ConnectionPool pool() {
        return new ConnectionPool(20, 1, TimeUnit.SECONDS);
    }

    @Override
    public synchronized void close() {
        if (base != null) {
            base.connectionPool().evictAll();
        }
        known.values().forEach(client -> client.connectionPool().evictAll());
    }

    /** Equal for equal addresses, so that a connection is found again. */
    private record Pinned(List<InetAddress> addresses) implements Dns {
        @Override
        public List<InetAddress> lookup(String hostname) {
            return addresses;
        }
    }
}
