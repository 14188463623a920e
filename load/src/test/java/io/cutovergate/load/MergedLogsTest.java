package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.load.SimulationLog.Recording;
import io.cutovergate.probe.comparison.Rounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three injectors, one of which sees stalls and time-outs that the others do not. */
@SuppressWarnings("NullAway.Init")
class MergedLogsTest {

    private static final int[] SAMPLES = {3_000, 2_000, 1_250};

    @TempDir
    private Path folder;

    private final List<byte[]> logs = new ArrayList<>();
    private long[] truth;

    @BeforeEach
    void write() throws IOException {
        Random random = new Random(7);
        LongStream.Builder all = LongStream.builder();
        for (int injector = 0; injector < SAMPLES.length; injector++) {
            WrittenLog log = new WrittenLog(Instant.now().toEpochMilli() - 60_000 + injector * 300L);
            for (int i = 0; i < SAMPLES[injector]; i++) {
                int sent = 500 + i * 12_000 / SAMPLES[injector];
                boolean late = injector == 2 && i % 9 == 0;
                boolean given = injector == 2 && i % 40 == 0;
                int took = given ? 10_000 : late ? 300 + random.nextInt(1_500) : 20 + random.nextInt(120);
                all.add(took);
                log.answer("GET /", sent, sent + took, !given);
            }
            logs.add(log.bytes());
            Files.write(folder.resolve(injector + ".log"), log.bytes());
        }
        truth = all.build().sorted().toArray();
    }

    @Test
    void mergedPercentilesAreThoseOfAllRawSamples() throws IOException {
        List<Figures> apart = new ArrayList<>();
        for (byte[] log : logs) {
            apart.add(Figures.of("one", read(log).answers()));
        }
        Rounds merged = Rounds.of(apart.stream().map(Figures::times).toList());

        assertThat(merged.count()).isEqualTo(truth.length);
        for (double percent : new double[] {50, 90, 95, 99}) {
            assertThat(merged.percentile(percent))
                    .as(percent + "th percentile")
                    .isEqualTo(truth[(int) Math.ceil(truth.length * percent / 100) - 1]);
        }
        double mean = apart.stream()
                .mapToLong(one -> one.percentile(99).toMillis())
                .average()
                .orElseThrow();
        assertThat(mean).as("what the mean of percentiles would say").isGreaterThan(2.0 * merged.percentile(99));
    }

    @Test
    void logsOfSeveralInjectorsAreJudgedAsOne() throws IOException {
        ObligationResult errors = judged("0.log", "1.log", "2.log");

        assertThat(errors.status()).as(errors.cause()).isEqualTo(Status.PROVEN);
        assertThat(errors.recorded().samples())
                .filteredOn(sample -> sample.name().equals("samples"))
                .singleElement()
                .satisfies(
                        sample -> assertThat(Integer.parseInt(sample.value())).isBetween(5_000, 5_300));
        assertThat(errors.recorded().notes()).first().asString().contains("put on by others", "load.logs");
    }

    @Test
    void aLogThatIsCutOffConcludesNothing() throws IOException {
        Files.write(folder.resolve("1.log"), Arrays.copyOf(logs.get(1), logs.get(1).length - 20));

        ObligationResult errors = judged("0.log", "1.log", "2.log");

        assertThat(errors.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(errors.cause()).contains("nothing can be concluded from ", "1.log (load.logs): the log is cut off");
    }

    @Test
    void aLogThatIsMissingConcludesNothing() throws IOException {
        ObligationResult errors = judged("0.log", "3.log");

        assertThat(errors.status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(errors.cause()).contains("3.log (load.logs) is missing");
    }

    @Test
    void aLogOfYesterdayProvesNothing() throws IOException {
        byte[] old = new WrittenLog(Instant.now().toEpochMilli() - 86_400_000)
                .answer("GET /", 0, 5, true)
                .bytes();
        Files.write(folder.resolve("old.log"), old);

        ObligationResult errors = judged("old.log");

        assertThat(errors.status()).isEqualTo(Status.UNPROVEN);
        assertThat(errors.cause()).contains("more than 4h ago (load.logs-max-age)");
    }

    private ObligationResult judged(String... files) throws IOException {
        return Gated.run(PerformanceChecks.class, folder, """
                        format: 1
                        application: app.yaml
                        environment: test
                        public: { hosts: { api: "api.localhost:1" } }
                        source: { name: there }
                        target: { name: here }
                        load: { peak: 521/s, margin: 1, warm-up: 2s, for: 10s, logs: [ %s ] }
                        limits: { performance-under-load: { errors: 1%%, p95: 3s } }
                        """.formatted(String.join(", ", files)), """
                        format: 1
                        name: fixture
                        services: { api: { host: api, health: { live: / } } }
                        scenarios: { reading: { service: api, requests: [ { get: / } ] } }
                        """)
                .of("errors-stay-within-limit", "reading");
    }

    private static Recording read(byte[] log) throws IOException {
        return SimulationLog.read(new ByteArrayInputStream(log));
    }
}
