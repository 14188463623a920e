package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A target that is slower than the source by much, and one that is as fast as a source that was recorded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ComparisonChecksTest {

    private static final String SCENARIO = """
            format: 1
            name: fixture
            services: { api: { host: api, health: { live: /fast } } }
            scenarios: { reading: { service: api, requests: [ { get: /timed } ] } }
            """;

    private static final String CLAIM = "is-not-slower-than-the-source";

    private Path folder;
    private OwnCertificate certificate;
    private Service source;
    private Service target;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        certificate = OwnCertificate.of("api.localhost", folder);
        source = new Service(certificate, folder.resolve("down"));
        target = new Service(certificate, folder.resolve("down"));
    }

    private ObligationResult judged(String load) throws IOException {
        return Gated.run(ComparisonChecks.class, folder, environment(load), SCENARIO)
                .of(CLAIM, "reading");
    }

    private String environment(String load) {
        return """
                format: 1
                application: app.yaml
                environment: test
                public: { hosts: { api: "api.localhost:%d" }, tls: { ca: [%s] } }
                source: { name: there, entry: "127.0.0.1:%d" }
                target: { name: here }
                load: { peak: 15/s, margin: 1, warm-up: 1s, rounds: 2, round: 4s, %s }
                limits:
                  performance-under-load:
                    achieved: 30%%
                    injector: { lag: 60s, cpu: 100%%, gc: 100%% }
                    against-source: { p95: +30%%, p99: +30%%, negligible: 1s, min-rounds: 2, min-samples: 40, stall: 2s }
                """.formatted(target.port(), certificate.pem(), source.port(), load);
    }

    @Test
    void aSlowerTargetFails() throws IOException {
        source.takes(0);
        target.takes(5_000);

        ObligationResult slower = judged("source: allowed");

        assertThat(slower.status()).as(slower.cause()).isEqualTo(Status.FAILED);
        assertThat(slower.cause())
                .contains("95th percentile as a share of the source's of reading at target is ")
                .contains("rule: at most 130% (limits.performance-under-load.against-source.p95)")
                .contains("low end of the interval; 90% interval of the ratio ")
                .contains(" samples in 2 and 2 rounds");
        assertThat(slower.recorded().attachments())
                .extracting(Attachment::type)
                .containsExactly("application/json", "image/svg+xml");
        assertThat(Files.readString(slower.recorded().attachments().get(0).file()))
                .contains("\"shareOfStalls\" : 1.0");
    }

    @Test
    void withoutPermissionTheSourceIsHeldAgainstWhatWasRecorded() throws IOException {
        source.takes(20);
        target.takes(20);
        Path baseline = folder.resolve("baseline.json");
        List<String> said = new ArrayList<>();
        recorder(migration("source: allowed")).record(baseline, said::add);

        ObligationResult equal = judged("baseline: baseline.json");

        assertThat(said).last().asString().contains("reading at source's entry: ", " samples, 0% failed, p95 ");
        assertThat(equal.status()).as(equal.cause()).isEqualTo(Status.PROVEN);
        assertThat(equal.recorded().notes())
                .first()
                .asString()
                .startsWith("the source was not loaded: its figures are a recorded baseline of ")
                .contains(", 0 h ago, of api.localhost:", " by commit of-a-test (");
    }

    @Test
    void whatTheFilesDoNotAllowIsNotRecorded() {
        Path file = folder.resolve("refused.json");

        assertThatThrownBy(() -> recorder(migration("source: refused")).record(file, line -> {}))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("the source is not loaded unless");
        assertThat(file).doesNotExist();
    }

    @Test
    void theSourceIsNotLoadedBeyondItsCap() throws IOException {
        ObligationResult much = judged("source: allowed, source-at-most: 10/s");
        ObligationResult longer = judged("source: allowed, source-for-at-most: 5s");

        assertThat(much.status()).isEqualTo(Status.UNPROVEN);
        assertThat(much.cause())
                .contains("not loaded with 15.0/s (load.peak × load.margin): at most 10/s (load.source-at-most)");
        assertThat(longer.cause()).contains("not loaded for 17s", "at most 5s (load.source-for-at-most)");
    }

    @Test
    void withNeitherNothingIsProven() throws IOException {
        ObligationResult none = judged("source: refused");

        assertThat(none.status()).isEqualTo(Status.UNPROVEN);
        assertThat(none.cause()).contains("load.baseline is not configured", "`gate baseline` records one");
    }

    @Test
    void aBaselineThatIsTooOldProvesNothing() throws IOException {
        Path file = folder.resolve("old.json");
        new Baseline(
                        Baseline.FORMAT,
                        Clock.systemUTC().instant().minus(Duration.ofDays(8)).toString(),
                        "of-a-test",
                        "test",
                        Map.of(),
                        Map.of("reading", new Baseline.Recorded("", "", 40, 1000, 0, 0, "", List.of())))
                .write(file);

        ObligationResult old = judged("baseline: old.json");

        assertThat(old.status()).isEqualTo(Status.UNPROVEN);
        assertThat(old.cause())
                .contains("more than 7d ago (limits.performance-under-load.against-source.baseline-max-age)");
    }

    private Migration migration(String load) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), SCENARIO);
        Path file = Files.writeString(folder.resolve("recording.yaml"), environment(load));
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(file, new MachineResolver(Map.of()), problems);
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
        return files.migration();
    }

    private static BaselineRecorder recorder(Migration migration) {
        return new BaselineRecorder(migration, "of-a-test", Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        source.close();
        target.close();
    }
}
