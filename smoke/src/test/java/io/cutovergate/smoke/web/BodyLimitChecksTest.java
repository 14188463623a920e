package io.cutovergate.smoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import io.cutovergate.smoke.Deployment;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BodyLimitChecksTest {

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void aLimitWhereItIsDeclaredIsProven() {
        limit(1024, 413);
        ItemResult result = judge();
        assertThat(result.causes()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aSmallerLimitRefusesWhatWasTakenBefore() {
        limit(1000, 413);
        assertThat(judge().causes())
                .singleElement()
                .asString()
                .contains("body of 1024 bytes taken of backend at target is false; rule: exactly true"
                        + " (services.backend.max-body.size)");
    }

    @Test
    void withoutALimitOrWithAnotherAnswerItFails() {
        limit(4096, 413);
        assertThat(judge().causes())
                .singleElement()
                .asString()
                .contains("status of a body of 1025 bytes of backend at target is 400; rule: exactly 413");
        limit(1024, 500);
        assertThat(judge().causes()).singleElement().asString().contains("bytes of backend at target is 500");
    }

    @Test
    void whoIsNotLetInShowsNothing() {
        limit(0, 401);
        assertThat(judge().status()).isEqualTo(Status.UNPROVEN);
    }

    @Test
    void anAnswerOverHttp1IsNoneOverHttp2() {
        deployment.answers("/ready", 200, "{}");
        assertThat(deployment.judge(Http2Checks.class, """
                                services:
                                  backend: { host: api, health: { ready: /ready }, http2: true }
                                """, "", "").causes())
                .singleElement()
                .asString()
                .contains("protocol of the answer of backend at target is http/1.1; rule: exactly h2");
    }

    private void limit(int size, int status) {
        deployment.answers("/orders", exchange -> {
            int length = exchange.getRequestBody().readAllBytes().length;
            TestServer.json(exchange, length > size ? status : 400, "{}", Map.of());
        });
    }

    private ItemResult judge() {
        return deployment.judge(BodyLimitChecks.class, """
                services:
                  backend: { host: api, health: { ready: /ready }, max-body: { path: /orders, size: 1KiB } }
                """, "", "");
    }
}
