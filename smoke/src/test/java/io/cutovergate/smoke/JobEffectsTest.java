package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job whose effect is a mail in a mailbox, or an object. */
class JobEffectsTest {

    private static final String APPLICATION = """
            services:
              backend: { host: api, health: { ready: /ready } }
            jobs:
              queue: redis
              cache: queue
              lists: { keys: [ mail ], since: $.at }
              probe:
                service: backend
                enqueue: { post: /jobs, body: { id: "{id}" }, status: 202 }
                effect-at: %s
                within: 300ms
                settle: 200ms
            """;
    private static final String MAILBOX = "{ get: \"/search?query={id}\", count: $.messages }";
    private static final String OBJECT = "{ get: \"/objects/{id}\" }";

    private final ConcurrentLinkedQueue<String> jobs = new ConcurrentLinkedQueue<>();
    private final AtomicInteger mails = new AtomicInteger(1);

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder)
                .answers("/jobs", exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                    String id = body.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
                    jobs.add(id);
                    deployment.answers("/objects/" + id, 200, "an object");
                    TestServer.json(exchange, 202, "{}", Map.of());
                })
                .answers("/search", exchange -> {
                    boolean known = jobs.stream()
                            .anyMatch(id -> exchange.getRequestURI().getQuery().equals("query=" + id));
                    String messages = known ? "{},".repeat(mails.get()).replaceAll(",$", "") : "";
                    TestServer.json(exchange, 200, "{\"messages\":[" + messages + "]}", Map.of());
                });
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void aMailOrAnObjectIsAnEffect() {
        assertThat(judge(MAILBOX).status()).isEqualTo(Status.PROVEN);
        assertThat(judge(OBJECT).status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void twoMailsAreOneTooMany() {
        mails.set(2);
        ItemResult result = judge(MAILBOX);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes()).singleElement().asString().contains("is 2; rule: exactly 1 (jobs.probe.effect-at)");
    }

    @Test
    void noMailIsNoEffect() {
        mails.set(0);
        assertThat(judge(MAILBOX).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void whatIsThereBeforeIsNoEffect() {
        deployment.answers("/search", 200, "{\"messages\":[{}]}");
        assertUnproven("finds 1 effects of job");
    }

    @Test
    void aMailboxThatDoesNotAnswerShowsNothing() {
        deployment.answers("/search", 200, "{\"error\":\"no such query\"}");
        assertUnproven("the effect of the job cannot be looked for");
        deployment.answers("/search", 401, "{}");
        assertUnproven("401");
    }

    private void assertUnproven(String cause) {
        ItemResult result = judge(MAILBOX);
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes()).singleElement().asString().contains(cause);
    }

    private ItemResult judge(String effect) {
        return deployment.judge(
                JobChecks.class,
                APPLICATION.formatted(effect),
                "",
                "caches: { queue: { url: \"redis://127.0.0.1:1\" } }\neffects: { url: \"" + deployment.origin()
                        + "\" }");
    }
}
