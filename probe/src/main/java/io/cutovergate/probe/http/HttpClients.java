package io.cutovergate.probe.http;

import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.tls.Trust;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
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
    private @Nullable OkHttpClient base;

    HttpClients(Trust trust) {
        this.trust = trust;
    }

    /** A client that connects to the place, whatever its host's name means elsewhere. */
    OkHttpClient client(HttpRequest request, Place place, EventListener listener) {
        OkHttpClient.Builder client = base().newBuilder()
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

    private synchronized OkHttpClient base() {
        if (base == null) {
            base = new OkHttpClient.Builder()
                    .sslSocketFactory(trust.sockets(), trust.manager())
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .retryOnConnectionFailure(false)
                    .connectionPool(new ConnectionPool(20, 1, TimeUnit.SECONDS))
                    .build();
        }
        return base;
    }

    @Override
    public synchronized void close() {
        if (base != null) {
            base.connectionPool().evictAll();
        }
    }

    /** Equal for equal addresses, so that a connection is found again. */
    private record Pinned(List<InetAddress> addresses) implements Dns {
        @Override
        public List<InetAddress> lookup(String hostname) {
            return addresses;
        }
    }
}
