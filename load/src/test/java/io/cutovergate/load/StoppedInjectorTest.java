package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An injector that stands still for two seconds, as on a machine that is suspended or starved. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "processes cannot be stopped there")
class StoppedInjectorTest {

    @Test
    void concludesNothingOfTheTarget(@TempDir Path folder) throws Exception {
        OwnCertificate certificate = OwnCertificate.of("api.localhost", folder);
        try (Service service = new Service(certificate, folder.resolve("down"))) {
            CompletableFuture<ObligationResult> judged =
                    CompletableFuture.supplyAsync(() -> judge(service, certificate, folder));
            ProcessHandle injector = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(StoppedInjectorTest::injector, Optional::isPresent)
                    .orElseThrow();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> service.asked() > 60);
            signal("STOP", injector);
            long stopped = System.nanoTime();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() ->
                            System.nanoTime() - stopped > Duration.ofSeconds(2).toNanos());
            signal("CONT", injector);

            ObligationResult errors = judged.join();
            assertThat(errors.status()).as(errors.cause()).isEqualTo(Status.INCONCLUSIVE);
            assertThat(errors.cause())
                    .contains("the injector's lag of steady at target is ")
                    .contains("rule: at most 500ms (limits.performance-under-load.injector.lag)");
        }
    }

    private static ObligationResult judge(Service service, OwnCertificate certificate, Path folder) {
        try {
            return Gated.run(PerformanceChecks.class, folder, """
                            format: 1
                            application: app.yaml
                            environment: test
                            public: { hosts: { api: "api.localhost:%d" }, tls: { ca: [%s] } }
                            source: { name: there }
                            target: { name: here }
                            load: { peak: 40/s, margin: 1, warm-up: 1s, for: 6s }
                            limits:
                              performance-under-load:
                                { errors: 1%%, p95: 9s, achieved: 10%%, min-samples: 20, injector: { lag: 500ms } }
                            """.formatted(service.port(), certificate.pem()), """
                            format: 1
                            name: fixture
                            services: { api: { host: api, health: { live: /fast } } }
                            scenarios: { steady: { service: api, requests: [ { get: /flaky } ] } }
                            """)
                    .of("errors-stay-within-limit", "steady");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The only Java program that this one has started; its arguments are too long for the system to tell. */
    private static Optional<ProcessHandle> injector() {
        return ProcessHandle.current()
                .children()
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .findFirst();
    }

    private static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
