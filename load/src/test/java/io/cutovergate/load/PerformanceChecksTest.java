package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A service that holds its limits, one that is slow, one that fails now and then, and one that nobody may trust. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PerformanceChecksTest {

    @SuppressWarnings("NullAway.Init")
    private Gated gated;

    @BeforeAll
    void judge(@TempDir Path folder) throws Exception {
        OwnCertificate certificate = OwnCertificate.of("api.localhost", folder);
        try (Service service = new Service(certificate, folder.resolve("down"));
                Service stranger =
                        new Service(OwnCertificate.of("stranger.localhost", folder), folder.resolve("down"))) {
            gated = Gated.run(
                    PerformanceChecks.class,
                    folder,
                    """
                    format: 1
                    application: app.yaml
                    environment: test
                    public:
                      hosts: { api: "api.localhost:%d", stranger: "stranger.localhost:%d" }
                      tls: { ca: [%s] }
                    source: { name: there }
                    target: { name: here }
                    load: { peak: 20/s, margin: 2, warm-up: 1s, for: 2s }
                    limits: { performance-under-load: { errors: 1%%, p95: 3s, p99: 9s, achieved: 30%%, min-samples: 20, injector: { lag: 60s, cpu: 100%%, gc: 100%% } } }
                    """.formatted(service.port(), stranger.port(), certificate.pem()),
                    """
                    format: 1
                    name: fixture
                    services:
                      api: { host: api, health: { live: /fast } }
                      stranger: { host: stranger, health: { live: /fast } }
                    scenarios:
                      sound: { service: api, requests: [ { get: "/fast?q=#{x}", weight: 9 }, { post: /fast, body: { a: 1 } } ] }
                      slow: { service: api, requests: [ { get: /fast }, { get: /slow } ] }
                      flaky: { service: api, requests: [ { get: /flaky } ] }
                      untrusted: { service: stranger, requests: [ { get: /fast } ] }
                    """);
        }
    }

    @Test
    void aSoundServiceHolds() {
        ObligationResult errors = gated.of("errors-stay-within-limit", "sound");
        ObligationResult percentiles = gated.of("percentiles-stay-within-limits", "sound");

        assertThat(errors.status()).as(errors.cause()).isEqualTo(Status.PROVEN);
        assertThat(percentiles.status()).as(percentiles.cause()).isEqualTo(Status.PROVEN);
        assertThat(errors.recorded().samples())
                .filteredOn(sample -> sample.name().equals("samples"))
                .singleElement()
                .satisfies(
                        sample -> assertThat(Integer.parseInt(sample.value())).isBetween(24, 120));
        assertThat(errors.recorded().attachments())
                .extracting(Attachment::type)
                .containsExactly("application/json", "image/svg+xml");
        assertThat(errors.recorded().notes())
                .satisfiesExactly(health -> assertThat(health).startsWith("injector: CPU "), few -> assertThat(few)
                        .startsWith("POST /fast has "));
    }

    @Test
    void aSlowRequestBreaksThePercentileAndNothingElse() {
        ObligationResult percentiles = gated.of("percentiles-stay-within-limits", "slow");

        assertThat(percentiles.status()).isEqualTo(Status.FAILED);
        assertThat(percentiles.cause())
                .contains("95th percentile of all requests of slow at target is ")
                .contains("95th percentile of GET /slow of slow at target is ")
                .contains("rule: at most 3s (limits.performance-under-load.p95)")
                .doesNotContain("99th");
        assertThat(gated.of("errors-stay-within-limit", "slow").status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void errorsBreakTheirLimitAndNothingElse() {
        ObligationResult errors = gated.of("errors-stay-within-limit", "flaky");

        assertThat(errors.status()).isEqualTo(Status.FAILED);
        assertThat(errors.cause())
                .contains("errors of all requests of flaky at target is ")
                .contains("rule: at most 1% (limits.performance-under-load.errors)")
                .contains("at 40.0/s: ", "found 503");
        ObligationResult percentiles = gated.of("percentiles-stay-within-limits", "flaky");
        assertThat(percentiles.status()).as(percentiles.cause()).isEqualTo(Status.PROVEN);
    }

    @Test
    void tooFewSamplesConcludeNothing(@TempDir Path folder) throws Exception {
        OwnCertificate certificate = OwnCertificate.of("api.localhost", folder);
        try (Service service = new Service(certificate, folder.resolve("down"))) {
            ObligationResult errors = Gated.run(
                            PerformanceChecks.class, folder, """
                            format: 1
                            application: app.yaml
                            environment: test
                            public: { hosts: { api: "api.localhost:%d" }, tls: { ca: [%s] } }
                            source: { name: there }
                            target: { name: here }
                            load: { peak: 5/s, warm-up: 1s, for: 1s }
                            limits: { performance-under-load: { p95: 9s, achieved: 1%%, injector: { lag: 60s, cpu: 100%%, gc: 100%% } } }
                            """.formatted(service.port(), certificate.pem()), """
                            format: 1
                            name: fixture
                            services: { api: { host: api, health: { live: /fast } } }
                            scenarios: { few: { service: api, requests: [ { get: /fast } ] } }
                            """)
                    .of("errors-stay-within-limit", "few");

            assertThat(errors.status()).isEqualTo(Status.INCONCLUSIVE);
            assertThat(errors.cause())
                    .startsWith("samples of few at target is ")
                    .contains("rule: at least 200 (limits.performance-under-load.min-samples)");
        }
    }

    @Test
    void noOtherAuthorityIsTrusted() {
        ObligationResult errors = gated.of("errors-stay-within-limit", "untrusted");

        assertThat(errors.status()).isEqualTo(Status.UNPROVEN);
        assertThat(errors.cause())
                .contains("every request of untrusted at target failed", "unable to find valid certification path");
    }
}
