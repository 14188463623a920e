package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Disruptions that nobody notices, that are noticed for too long, and that never happened. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class FailoverChecksTest {

    private Path folder;
    private OwnCertificate certificate;
    private Gated gated;

    @BeforeAll
    void judge(@TempDir Path temporary) throws Exception {
        folder = temporary;
        certificate = OwnCertificate.of("api.localhost", folder);
        Files.writeString(folder.resolve("instance"), "1");
        gated = run("""
                harmless: { run: ["true"] }
                    short: { run: [sh, -c, "touch down; sleep 2; rm down"] }
                    endless: { run: [touch, down], undo: [rm, down] }
                    seen: { run: [sh, -c, "echo 2 > instance"], effect: [cat, instance], errors: 30%, recover-within: 3s, for: 2s }
                    unseen: { run: ["true"], effect: [cat, instance] }
                    refused: { run: [sh, -c, "echo no such revision; exit 3"], undo: [touch, undone] }
                    left: { run: ["true"], undo: [touch, down], recover-within: 1s }
                """);
        Files.delete(folder.resolve("down"));
    }

    private Gated run(String disruptions) throws Exception {
        try (Service service = new Service(certificate, folder.resolve("down"))) {
            return Gated.run(
                    FailoverChecks.class,
                    folder,
                    """
                    format: 1
                    application: app.yaml
                    environment: test
                    public: { hosts: { api: "api.localhost:%d" }, tls: { ca: [%s] } }
                    source: { name: there }
                    target: { name: here }
                    limits: { api-responds: { within: 5s }, failover-and-restart: { errors: 20%%, recover-within: 4s } }
                    load:
                      peak: 5/s
                      warm-up: 2s
                      for: 1s
                      disruptions:
                        %s
                    """.formatted(service.port(), certificate.pem(), disruptions.strip()),
                    """
                    format: 1
                    name: fixture
                    services: { api: { host: api, health: { live: /fast } } }
                    scenarios:
                      reading: { service: api, requests: [ { get: /fast, weight: 2 }, { get: "/fast?q=1" } ] }
                    """);
        }
    }

    @Test
    void whatNobodyNoticesHolds() {
        ObligationResult errors = gated.of("errors-stay-within-limit", "harmless");
        ObligationResult recovery = gated.of("requests-succeed-again", "harmless");

        assertThat(errors.status()).as(errors.cause()).isEqualTo(Status.PROVEN);
        assertThat(recovery.status()).as(recovery.cause()).isEqualTo(Status.PROVEN);
        assertThat(recovery.recorded().samples().get(0).detail())
                .startsWith("nobody noticed: no request failed; one every 200ms");
        assertThat(errors.recorded().attachments()).extracting(Attachment::type).hasSize(2);
    }

    @Test
    void errorsAboveTheLimitFailAlsoWhenTheyEndInTime() {
        ObligationResult errors = gated.of("errors-stay-within-limit", "short");

        assertThat(errors.status()).isEqualTo(Status.FAILED);
        assertThat(errors.cause())
                .contains("rule: at most 20% (limits.failover-and-restart.errors)")
                .contains("/fast answers 503");
        assertThat(gated.of("requests-succeed-again", "short").status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void whatDoesNotEndInTimeFails() {
        ObligationResult recovery = gated.of("requests-succeed-again", "endless");

        assertThat(recovery.status()).isEqualTo(Status.FAILED);
        assertThat(recovery.cause())
                .contains("rule: at most 4s (limits.failover-and-restart.recover-within); and they did not yet");
        assertThat(folder.resolve("down")).as("undone").doesNotExist();
    }

    @Test
    void whatIsLeftBrokenAfterTheUndoFails() {
        ObligationResult after = gated.of("are-steady-afterwards", "left");

        assertThat(gated.of("are-steady-afterwards", "harmless").status()).isEqualTo(Status.PROVEN);
        assertThat(gated.of("errors-stay-within-limit", "left").status()).isEqualTo(Status.PROVEN);
        assertThat(after.status()).isEqualTo(Status.FAILED);
        assertThat(after.cause())
                .contains("share of failed requests afterwards of left at target is 100%; rule: at most 20%")
                .contains("up to 1s (load.disruptions.left.recover-within)");
    }

    @Test
    void whereNothingIsWrittenNoLossWouldShow() {
        ObligationResult writes = gated.of("acknowledged-writes-stand", "harmless");

        assertThat(writes.status()).isEqualTo(Status.UNPROVEN);
        assertThat(writes.cause()).contains("watch.writes is not configured, so nothing was written while harmless");
    }

    @Test
    void anEffectThatIsDeclaredMustBeSeen() {
        ObligationResult seen = gated.of("requests-succeed-again", "seen");
        ObligationResult unseen = gated.of("requests-succeed-again", "unseen");

        assertThat(seen.status()).as(seen.cause()).isEqualTo(Status.PROVEN);
        assertThat(seen.recorded().samples().get(0).detail()).contains("it did disturb: ");
        assertThat(seen.recorded().samples().get(0).key()).isEqualTo("load.disruptions.seen.recover-within");
        assertThat(unseen.status()).isEqualTo(Status.UNPROVEN);
        assertThat(unseen.cause())
                .contains(
                        "ended well and changed nothing",
                        "(load.disruptions.unseen.effect) says the same as before: 2");
    }

    @Test
    void aCommandThatFailsProvesNothingAndIsUndone() {
        ObligationResult errors = gated.of("errors-stay-within-limit", "refused");

        assertThat(errors.status()).isEqualTo(Status.UNPROVEN);
        assertThat(errors.cause())
                .contains("(load.disruptions.refused.run) ended with status 3; it wrote: no such revision");
        assertThat(folder.resolve("undone")).exists();
    }

    @Test
    void withoutASteadyStateNothingIsDisturbed() throws Exception {
        Path down = Files.createFile(folder.resolve("down"));
        try {
            ObligationResult errors = run("late: { run: [touch, disturbed] }").of("errors-stay-within-limit", "late");

            assertThat(errors.status()).isEqualTo(Status.UNPROVEN);
            assertThat(errors.cause()).contains("there was no steady state to disturb by late at target", "503");
            assertThat(folder.resolve("disturbed")).doesNotExist();
        } finally {
            Files.delete(down);
        }
    }
}
