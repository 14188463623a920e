package io.cutovergate.probe.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Jobs.Lists.End;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.dns.Names;
import io.cutovergate.probe.redis.RedisProbe;
import io.cutovergate.probe.redis.RedisReading;
import io.cutovergate.probe.testing.TestFiles;
import io.cutovergate.probe.tls.Trust;
import io.cutovergate.testbed.process.Child;
import io.cutovergate.testbed.process.Ports;
import io.cutovergate.testbed.process.Redis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** On a Redis server, with what Sidekiq's own sources put into one (lib/sidekiq/client.rb, lib/sidekiq/api.rb). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisQueueTest {

    private static final String LOOPBACK = "127.0.0.1";
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private Child server;
    private RedisClient client;
    private Migration migration;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        int port = new Ports().free(LOOPBACK);
        server = new Redis(
                        LOOPBACK,
                        port,
                        "s3cr3t-value",
                        folder.resolve("home"),
                        folder.resolve("log"),
                        folder.resolve("pid"))
                .start();
        client = RedisClient.create("redis://:s3cr3t-value@" + LOOPBACK + ":" + port);
        Awaitility.await().ignoreExceptionsInstanceOf(JedisException.class).until(() -> client.ping()
                .equals("PONG"));
        migration = TestFiles.migration(folder, "", """
                public: { hosts: {} }
                target:
                  name: here
                  caches:
                    queue: { url: "redis://%1$s:%2$d", password: "${env:SECRET}" }
                    open: { url: "redis://%1$s:%2$d" }
                    other: { url: "rediss://%1$s:%2$d" }
                """.formatted(LOOPBACK, port));
    }

    @AfterAll
    void stop() throws IOException {
        client.close();
        server.release();
        server.await();
    }

    @BeforeEach
    void empty() {
        client.flushAll();
    }

    @Test
    void readsSidekiqsQueuesAndWhatIsOverdueInItsSets() {
        client.sadd("queues", "default", "mail");
        client.lpush("queue:default", job(NOW.minusSeconds(30)), job(NOW.minusSeconds(10)));
        client.lpush(
                "queue:mail",
                "{\"jid\":\"1\",\"enqueued_at\":" + NOW.minusSeconds(90).getEpochSecond() + ".5}");
        client.zadd("retry", (double) NOW.minusSeconds(200).getEpochSecond(), "{}");
        client.zadd("schedule", (double) NOW.plusSeconds(200).getEpochSecond(), "{}");
        Waiting waiting = read(Queues.inRedis(Jobs.Queue.SIDEKIQ, null));
        assertThat(waiting.depth()).isEqualTo(4);
        assertThat(waiting.oldest()).isEqualTo(Duration.ofSeconds(200));
        client.del("retry");
        assertThat(read(Queues.inRedis(Jobs.Queue.SIDEKIQ, null)).oldest()).isEqualTo(Duration.ofMillis(89_500));
    }

    @Test
    void isEmptyWhereNothingWaits() {
        assertThat(read(Queues.inRedis(Jobs.Queue.SIDEKIQ, null)).depth()).isZero();
        assertThat(read(Queues.inRedis(Jobs.Queue.SIDEKIQ, null)).oldest()).isZero();
    }

    @Test
    void readsDeclaredLists() {
        client.rpush("work", "{\"at\":\"2026-11-26T11:59:00Z\"}", "{\"at\":\"2026-11-26T11:59:50Z\"}");
        Jobs.Lists lists = new Jobs.Lists(List.of("work"), End.FIRST, "$.at", null, List.of());
        Waiting waiting = read(Queues.inRedis(Jobs.Queue.REDIS, lists));
        assertThat(waiting.depth()).isEqualTo(2);
        assertThat(waiting.oldest()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void doesNotTakeAJobWithoutATimeForAYoungOne() {
        client.rpush("work", "{}");
        Jobs.Lists lists = new Jobs.Lists(List.of("work"), End.FIRST, "$.at", null, List.of());
        assertThatExceptionOfType(Unexamined.class)
                .isThrownBy(() -> read(Queues.inRedis(Jobs.Queue.REDIS, lists)))
                .withMessageContaining("the oldest job of work says no time at $.at (jobs.lists.since): absent");
    }

    @Test
    void namesSidekiqsJobsWhereverTheyWait() {
        client.sadd("queues", "mail");
        for (int i = 0; i < 1_500; i++) {
            client.lpush("queue:mail", "{\"class\":\"Mail\",\"jid\":\"" + i + "\"}");
        }
        client.zadd(
                "schedule",
                NOW.toEpochMilli() / 1000.0 + 0.25,
                "{\"class\":\"Wrapper\",\"wrapped\":\"Bill\",\"jid\":\"later\"}");
        List<Piece> pending = work(RedisWork::pending);
        assertThat(pending).hasSize(1_501);
        assertThat(pending).contains(new Piece("7", "Mail", null), new Piece("later", "Bill", NOW.plusMillis(250)));
    }

    @Test
    void namesWhatSidekiqsProcessesHoldAndWhichTakeMore() {
        client.sadd("processes", "host:1", "host:2", "host:3");
        client.hset("host:1", Map.of("info", "{}", "quiet", "false"));
        client.hset("host:2", Map.of("info", "{}", "quiet", "true"));
        client.hset("host:1:work", "thread", "{\"queue\":\"mail\",\"payload\":\"{\\\"jid\\\":\\\"7\\\"}\"}");
        client.hset("host:2:workers", "thread", "{\"payload\":{\"jid\":\"8\"}}");
        assertThat(work(RedisWork::held)).containsExactly("7 (host:1)", "8 (host:2)");
        assertThat(work(RedisWork::takers)).containsExactly("host:1");
    }

    @Test
    void doesNotTakeAnotherRedisForAnEmptySidekiq() {
        assertThatExceptionOfType(Unexamined.class)
                .isThrownBy(() -> work(RedisWork::pending))
                .withMessageContaining("there is no trace of Sidekiq");
        client.set("stat:processed", "17");
        assertThat(work(RedisWork::pending)).isEmpty();
    }

    @Test
    void namesTheJobsOfDeclaredLists() {
        client.rpush("work", "{\"id\":1}");
        client.rpush("taken", "{\"id\":2}");
        Jobs.Lists lists = new Jobs.Lists(List.of("work"), End.FIRST, "$.at", "$.id", List.of("taken"));
        Jobs jobs = Queues.inRedis(Jobs.Queue.REDIS, lists);
        assertThat(work(jobs, RedisWork::pending)).extracting(Piece::id).containsExactly("1", "2");
        assertThat(work(jobs, RedisWork::held)).containsExactly("2");
    }

    private <T> T work(Function<RedisWork, T> question) {
        return work(Queues.inRedis(Jobs.Queue.SIDEKIQ, null), question);
    }

    private <T> T work(Jobs jobs, Function<RedisWork, T> question) {
        RedisProbe probe = new RedisProbe(migration, Names.of(List.of()), new Trust(List.of()));
        try (RedisReading reading = probe.reading("queue", Side.TARGET)) {
            return question.apply(RedisWork.of(reading, jobs));
        }
    }

    @Test
    void saysWhyACacheCannotBeRead() {
        assertUnexamined("open", "SMEMBERS is refused by target's cache open (" + LOOPBACK);
        assertUnexamined("other", "nobody answers at target's cache other (" + LOOPBACK);
        assertUnexamined("none", "target.caches.none is not configured");
    }

    private void assertUnexamined(String cache, String message) {
        assertThatExceptionOfType(Unexamined.class)
                .isThrownBy(() -> read(cache, Queues.inRedis(Jobs.Queue.SIDEKIQ, null)))
                .withMessageContaining(message);
    }

    private Waiting read(Jobs jobs) {
        return read("queue", jobs);
    }

    private Waiting read(String cache, Jobs jobs) {
        RedisProbe probe = new RedisProbe(migration, Names.of(List.of()), new Trust(List.of()));
        try (RedisReading reading = probe.reading(cache, Side.TARGET)) {
            return new RedisQueue(reading, Clock.fixed(NOW, ZoneOffset.UTC)).waiting(jobs);
        }
    }

    private static String job(Instant enqueued) {
        return "{\"class\":\"Mail\",\"jid\":\"1\",\"enqueued_at\":" + enqueued.toEpochMilli() + "}";
    }
}
