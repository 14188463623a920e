package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceChecksTest {

    private static final String APPLICATION = """
            services:
              backend:
                host: api
                health: { ready: /ready, within: 400ms }
                version: { path: /version, json: $.digest }
                replicas: { at-least: 2 }
            """;

    private final AtomicInteger asks = new AtomicInteger();

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
    void aServiceThatBecomesReadyInTimeIsHealthy() {
        deployment.answers(
                "/ready", exchange -> TestServer.json(exchange, asks.incrementAndGet() < 3 ? 503 : 204, "", Map.of()));
        String patient = APPLICATION.replace("400ms", "20s");
        assertThat(deployment
                        .judge(HealthChecks.class, patient, "release: { backend: new }", "")
                        .status())
                .isEqualTo(Status.PROVEN);
    }

    @Test
    void aServiceThatStaysUnreadyFailsWithWhatItSaid() {
        deployment.answers("/ready", 503, "{\"database\":\"down\"}");
        ItemResult result = judge(HealthChecks.class);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .contains("status of backend ready at target is 503; rule: at most 299")
                .contains("after waiting up to 400ms (services.backend.health.within)")
                .contains("{\"database\":\"down\"}");
    }

    @Test
    void aServiceWhereNobodyAnswersIsUnproven() {
        String origin = deployment.origin();
        deployment.stop();
        ItemResult result = judge(HealthChecks.class);
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes()).singleElement().asString().contains("for " + origin.replace("https", "GET https"));
    }

    @Test
    void oneStaleReplicaOfTwoIsNamed() {
        answerByTurns("{\"digest\":\"new\"}", "{\"digest\":\"old\"}");
        ItemResult result = judge(ReleaseChecks.class);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .isEqualTo("release of b of backend at target is old; rule: exactly new (release.backend)");
        assertThat(result.obligations().get(0).recorded().notes())
                .singleElement()
                .asString()
                .startsWith("20 asks of ");
    }

    @Test
    void aServiceThatDoesNotTellItsReleaseFails() {
        answerByTurns("<html>maintenance</html>", "{\"digest\":\"new\"}");
        assertThat(judge(ReleaseChecks.class).causes())
                .singleElement()
                .asString()
                .contains("release of a of backend at target is absent; rule: exactly new (release.backend)");
    }

    @Test
    void aReleaseThatCannotBeAskedForIsUnprovenUnderTheNameOfItsKey() {
        String silent = APPLICATION.replaceAll("(?m)^.*version:.*\\R", "");
        ItemResult result = deployment.judge(ReleaseChecks.class, silent, "release: { backend: new }", "");
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes()).singleElement().asString().contains("services.backend.version is not configured");
    }

    @Test
    void everyReplicaIsSeenOverItsOwnConnection() {
        answerByTurns("{\"digest\":\"new\"}", "{\"digest\":\"new\"}");
        assertThat(judge(ReplicaChecks.class).status()).isEqualTo(Status.PROVEN);
        assertThat(judge(ReleaseChecks.class).status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aReplicaThatNeverAnswersIsMissed() {
        deployment.answers("/ready", exchange -> TestServer.json(exchange, 200, "{}", Map.of("X-Instance", "a")));
        ItemResult result = judge(ReplicaChecks.class);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes())
                .isEqualTo(
                        List.of(
                                "replicas seen of backend at target is 1; rule: at least 2"
                                        + " (services.backend.replicas.at-least); 40 answers to /ready (status 200) name in X-Instance: a"));
    }

    /** Two replicas, a and b, that take turns by connection as a gateway does. */
    private void answerByTurns(String ofA, String ofB) {
        for (String path : List.of("/ready", "/version")) {
            deployment.answers(path, exchange -> {
                boolean isA = asks.incrementAndGet() % 2 == 0;
                TestServer.json(exchange, 200, isA ? ofA : ofB, Map.of("X-Instance", isA ? "a" : "b"));
            });
        }
    }

    private ItemResult judge(Class<?> checks) {
        return deployment.judge(checks, APPLICATION, "release: { backend: new }", "");
    }
}
