package io.cutovergate.testbed.shop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * Sessions in a Redis that all backends of a side share ({@code SHOP_SESSIONS}): who shows the number of one is signed in, until it is
 * ended. Without a store there are none.
 */
final class SessionStore implements AutoCloseable {

    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RedisClient redis;

    private SessionStore(RedisClient redis) {
        this.redis = redis;
    }

    static Optional<SessionStore> of(Env env) {
        return env.maybe("SHOP_SESSIONS").map(RedisClient::create).map(SessionStore::new);
    }

    /** What nobody can guess. */
    static String number() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    record Content(String subject, String name, List<String> roles) {}

    /** Whose sessions end together at the provider: those of one login there, or all of a user. */
    record Owner(String key) {

        static Owner sid(String sid) {
            return new Owner("sessions:sid:" + sid);
        }

        static Owner sub(String subject) {
            return new Owner("sessions:sub:" + subject);
        }
    }

    /** Begins a session and gives its number. */
    String begin(Principal who, Optional<String> sid) {
        String number = number();
        keep(Owner.sub(who.subject()), number);
        sid.ifPresent(name -> keep(Owner.sid(name), number));
        Content content = new Content(who.subject(), who.name(), List.copyOf(who.roles()));
        ask(store ->
                store.set(key(number), Json.text(content), SetParams.setParams().ex(LIFE.toSeconds())));
        return number;
    }

    /** Whose it is; empty where it has ended or never was. */
    Optional<Principal> find(String number) {
        return Optional.ofNullable(ask(store -> store.get(key(number)))).map(SessionStore::read);
    }

    void end(String number) {
        ask(store -> store.del(key(number)));
    }

    /** Ends all that belong together. */
    void endOf(Owner owner) {
        ask(store -> store.smembers(owner.key())).forEach(this::end);
        ask(store -> store.del(owner.key()));
    }

    private void keep(Owner owner, String number) {
        ask(store -> store.sadd(owner.key(), number));
        ask(store -> store.expire(owner.key(), LIFE.toSeconds()));
    }

    private <T> T ask(Function<RedisClient, T> question) {
        try {
            return question.apply(redis);
        } catch (JedisException e) {
            throw Problem.unavailable("the sessions cannot be read");
        }
    }

    private static Principal read(String text) {
        try {
            Content content = Json.read(text.getBytes(StandardCharsets.UTF_8), Content.class);
            return new Principal(content.subject(), content.name(), Set.copyOf(content.roles()));
        } catch (IOException e) {
            throw new IllegalStateException("a session that we wrote is no JSON", e);
        }
    }

    private static String key(String number) {
        return "session:" + number;
    }

    @Override
    public void close() {
        redis.close();
    }
}
