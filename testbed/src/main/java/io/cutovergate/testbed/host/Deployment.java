package io.cutovergate.testbed.host;

import io.cutovergate.testbed.Part;
import io.cutovergate.testbed.net.Gateway;
import io.cutovergate.testbed.net.ReplicaPool;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.process.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redis.clients.jedis.RedisClient;

/**
 * One side that is complete.
 *
 * @param admin the shop's database, as superuser
 * @param pool the backends as the gateway sees them
 * @param files the frontend's, as deployed
 * @param stores cache and object store, where they were started
 */
public record Deployment(
        Side side,
        Service database,
        Database admin,
        List<Replica> backends,
        Replica worker,
        ReplicaPool pool,
        Path files,
        Gateway gateway,
        Map<Part, Store> stores) {

    /** Backends and worker. */
    public Stream<Replica> replicas() {
        return Stream.concat(backends.stream(), Stream.of(worker));
    }

    /** Waits until every replica is ready and the gateway knows it. */
    public void awaitReady() {
        replicas().forEach(Replica::awaitReady);
        gateway.probe();
    }

    /** All that runs as a process. */
    public Stream<Service> services() {
        return Stream.of(
                        Stream.of(database),
                        replicas().map(Replica::service),
                        stores.values().stream().map(Store::service))
                .flatMap(services -> services);
    }

    /** Empties the cache, where there is one, so that what the database says shows at once. */
    public void flushCache() {
        Store cache = stores.get(Part.CACHE);
        if (cache != null) {
            try (RedisClient client = RedisClient.create(cache.uriWithPassword())) {
                client.flushAll();
            }
        }
    }
}
