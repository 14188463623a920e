package io.cutovergate.testbed.shop;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** A Redis beside the database, for answers that may be two seconds old. Without one, or when it fails, the database answers. */
final class Cache implements AutoCloseable {

    private static final Duration LIFE = Duration.ofSeconds(2);

    /** Makes the value when the cache has none. */
    interface Source {
        String read() throws SQLException;
    }

    private final Optional<RedisClient> redis;
    private final JsonLog log;
    private final Metrics metrics;

    /** {@code SHOP_CACHE_URL}, such as {@code redis://:password@cache:6379}; absent means no cache. */
    Cache(Env env, JsonLog log, Metrics metrics) {
        this.redis = env.maybe("SHOP_CACHE_URL").map(RedisClient::create);
        this.log = log;
        this.metrics = metrics;
    }

    String get(String key, Source source) throws SQLException {
        if (redis.isEmpty()) {
            return source.read();
        }
        try {
            String cached = redis.get().get(key);
            if (cached != null) {
                metrics.count("cache_requests_total", "result=\"hit\"");
                return cached;
            }
            String fresh = source.read();
            redis.get().set(key, fresh, SetParams.setParams().px(LIFE.toMillis()));
            metrics.count("cache_requests_total", "result=\"miss\"");
            return fresh;
        } catch (JedisException e) {
            log.error(e, Map.of("cache", key));
            metrics.count("cache_requests_total", "result=\"error\"");
            return source.read();
        }
    }

    @Override
    public void close() {
        redis.ifPresent(RedisClient::close);
    }
}
