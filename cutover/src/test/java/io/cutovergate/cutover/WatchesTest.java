package io.cutovergate.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records are believed. */
class WatchesTest {

    private static final Instant BEGUN = Instant.parse("2026-11-26T18:00:00Z");

    @TempDir
    Path folder;

    /** Those of the files, a minute after it all began. */
    private Watches watches() {
        return new Watches(migrationOf(folder), Clock.fixed(BEGUN.plusSeconds(60), ZoneOffset.UTC));
    }

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("app.yaml"), """
                format: 1
                name: shop
                services: { backend: { host: api, health: { ready: /ready } } }
                watch: { reads: { home: { service: backend, request: { get: / } } } }
                """);
        Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: production
                public: { hosts: { api: api.shop.test } }
                target: { name: new, entry: "127.0.0.1" }
                watch: { max-gap: 500ms, max-age: 30m }
                """);
    }

    @Test
    void aRecordIsBelieved() throws IOException {
        record("here.1", "production", BEGUN, "A\t1000000\t0\nE\t2000000\n");

        assertThat(watches().of(Gate.CUTOVER)).hasSize(1);
        assertThatCode(() -> watches().requireNoGap(Gate.CUTOVER)).doesNotThrowAnyException();
    }

    @Test
    void noneIsToldWithWhatMakesOne() {
        assertThatThrownBy(() -> watches().of(Gate.CUTOVER))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("gate watch");
    }

    @Test
    void ofAnotherEnvironmentItIsNot() throws IOException {
        record("here.1", "staging", BEGUN, "E\t2000000\n");

        assertThatThrownBy(() -> watches().of(Gate.CUTOVER))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("is of the environment staging, not of production");
    }

    @Test
    void ofAnHourAgoItIsNot() throws IOException {
        record("here.1", "production", BEGUN.minusSeconds(3600), "E\t2000000\n");

        assertThatThrownBy(() -> watches().of(Gate.CUTOVER))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("watch.max-age");
    }

    @Test
    void anObserverThatDidNotLookIsNoWitness() throws IOException {
        record("here.1", "production", BEGUN, "G\thome/new\t1000000\t1700000\nE\t2000000\n");

        assertThatThrownBy(() -> watches().requireNoGap(Gate.CUTOVER))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("was not looking for 700 ms")
                .hasMessageContaining("watch.max-gap is 500ms");
    }

    @Test
    void whatLiesBetweenAKilledObserverAndTheNextIsAGap() throws IOException {
        record("here.1", "production", BEGUN, "A\t1000000\t0\n");
        record("here.2", "production", BEGUN.plusSeconds(5), "E\t1000000\n");

        assertThatThrownBy(() -> watches().requireNoGap(Gate.CUTOVER))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("was not looking for 4000 ms");
    }

    private void record(String name, String environment, Instant begun, String lines) throws IOException {
        Path records = Files.createDirectories(folder.resolve("watch/cutover"));
        Files.writeString(
                records.resolve(name + ".watch.tsv"),
                "H\t1\there\t" + begun + "\t" + environment + "\trun\t1\nS\thome/new\t50000\tapi.shop.test\t/\n"
                        + lines);
    }

    private static Migration migrationOf(Path folder) {
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(
                folder.resolve("env.yaml"), new MachineResolver(Map.of()).withoutCommands(), problems);
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
        return files.migration();
    }
}
