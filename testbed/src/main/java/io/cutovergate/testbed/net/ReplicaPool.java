package io.cutovergate.testbed.net;

import io.undertow.client.UndertowClient;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.ConnectionPoolManager;
import io.undertow.server.handlers.proxy.ProxyCallback;
import io.undertow.server.handlers.proxy.ProxyClient;
import io.undertow.server.handlers.proxy.ProxyConnection;
import io.undertow.server.handlers.proxy.ProxyConnectionPool;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xnio.OptionMap;

/**
 * The replicas behind a route, asked in turn. Those found unhealthy are left out; when all are, all are asked, as load
 * balancers that "fail open" do, so that a client sees the application's own answer where there is one.
 */
public final class ReplicaPool implements ProxyClient {
    private static final int RETRIES = 2;

    private final List<Replica> replicas;
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean failover = true;

    public ReplicaPool(List<URI> replicas) {
        this.replicas = replicas.stream().map(Replica::new).toList();
    }

    /** Whether replicas are probed and a request that could not be passed on is tried at another. */
    public void failover(boolean wanted) {
        failover = wanted;
    }

    /** Asks every replica once whether it is ready; for the gateway's prober. */
    void probe(HealthProbe probe) {
        for (Replica replica : replicas) {
            replica.healthy = !failover || probe.ready(replica.uri);
        }
    }

    /** How many replicas the last probe found ready. */
    public long healthy() {
        return replicas.stream().filter(replica -> replica.healthy).count();
    }

    /** How many there are. */
    public int size() {
        return replicas.size();
    }

    @Override
    public @Nullable ProxyTarget findTarget(HttpServerExchange exchange) {
        if (replicas.isEmpty()) {
            return null;
        }
        List<Replica> candidates =
                replicas.stream().filter(replica -> replica.healthy).toList();
        List<Replica> asked = candidates.isEmpty() ? replicas : candidates;
        return new Target(asked.get(Math.floorMod(turn.getAndIncrement(), asked.size())), failover ? RETRIES : 0);
    }

    @Override
    public void getConnection(
            ProxyTarget target,
            HttpServerExchange exchange,
            ProxyCallback<ProxyConnection> callback,
            long timeout,
            TimeUnit unit) {
        ((Target) target).replica.connections.connect(target, exchange, callback, timeout, unit, false);
    }

    @Override
    public List<ProxyTarget> getAllTargets() {
        return replicas.stream()
                .<ProxyTarget>map(replica -> new Target(replica, 0))
                .toList();
    }

    private record Target(Replica replica, int retries) implements MaxRetriesProxyTarget {
        @Override
        public int getMaxRetries() {
            return retries;
        }
    }

    /** One replica with its connections; a refused connection takes it out at once, the next probe may take it back. */
    private final class Replica implements ConnectionPoolManager {
        private static final int CONNECTIONS_PER_THREAD = 64;

        private final URI uri;
        private final ProxyConnectionPool connections;
        private volatile boolean healthy = true;

        private Replica(URI uri) {
            this.uri = uri;
            this.connections = new ProxyConnectionPool(this, uri, UndertowClient.getInstance(), OptionMap.EMPTY);
        }

        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public boolean handleError() {
            if (failover) {
                healthy = false;
            }
            return true;
        }

        @Override
        public boolean clearError() {
            return true;
        }

        @Override
        public int getProblemServerRetry() {
            return -1;
        }

        @Override
        public int getMaxConnections() {
            return CONNECTIONS_PER_THREAD;
        }

        @Override
        public int getMaxCachedConnections() {
            return CONNECTIONS_PER_THREAD;
        }

        @Override
        public int getSMaxConnections() {
            return 1;
        }

        @Override
        public long getTtl() {
            return TimeUnit.SECONDS.toMillis(20);
        }

        @Override
        public int getMaxQueueSize() {
            return 256;
        }
    }
}
