package io.cutovergate.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.cutover.conduct.Entry;
import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.watch.Sight;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.WatchedEndpoint;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records are believed. */
class WatchesTest {

    private static final Instant BEGUN = Instant.parse("2026-11-26T18:00:00Z");
    private static final WatchedEndpoint HOME =
            new WatchedEndpoint("home", new Vantage(Side.TARGET, Route.PUBLIC_NAME), false);

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
        record("here.1", "production", BEGUN, asked(0, 50) + "E\t2500000\n");

        assertThat(sights()).hasSize(1);
        assertThatCode(this::look).doesNotThrowAnyException();
    }

    @Test
    void noneIsToldWithWhatMakesOne() {
        refused("gate watch");
    }

    @Test
    void ofAnotherEnvironmentItIsNot() throws IOException {
        record("here.1", "staging", BEGUN, asked(0, 50) + "E\t2500000\n");

        refused("is of the environment staging, not of production");
    }

    @Test
    void ofAnHourAgoItIsNot() throws IOException {
        record("here.1", "production", BEGUN.minusSeconds(3600), asked(0, 50) + "E\t2500000\n");

        refused("watch.max-age");
    }

    @Test
    void anObserverThatDidNotLookIsNoWitness() throws IOException {
        record("here.1", "production", BEGUN, asked(0, 20) + asked(34, 20) + "E\t2700000\n");

        refused("was not looking for 700 ms", "watch.max-gap is 500ms");
    }

    @Test
    void whatLiesBetweenAKilledObserverAndTheNextIsNotSeen() throws IOException {
        record("here.1", "production", BEGUN, asked(0, 20));
        record("here.2", "production", BEGUN.plusSeconds(5), asked(0, 20) + "E\t1000000\n");

        refused("was not looking for 4000 ms");
    }

    @Test
    void anObserverThatGoesOnAtOnceIsTheSame() throws IOException {
        record("here.1", "production", BEGUN, asked(0, 20));
        record("here.2", "production", BEGUN.plusSeconds(1), asked(0, 20) + "E\t1000000\n");

        assertThat(sights())
                .singleElement()
                .satisfies(sight -> assertThat(sight.seen().sent()).hasSize(40));
        assertThatCode(this::look).doesNotThrowAnyException();
    }

    @Test
    void anObserverThatWasKilledSaysNothingOfTheRest() throws IOException {
        record("here.1", "production", BEGUN, asked(0, 50));

        refused("was killed at 2026-11-26T18:00:02.450Z, before it was over");
    }

    @Test
    void anObserverThatEndedBeforeTheLastStepSaysNothingOfIt() throws IOException {
        record("here.1", "production", BEGUN, asked(0, 50) + "E\t2500000\n");
        journal(BEGUN.plusMillis(100), BEGUN.plusSeconds(10));

        refused("ended at 2026-11-26T18:00:02.450Z, before it was over");
    }

    @Test
    void anObserverThatWasKilledBeforeTheLastStepSaysNothingOfIt() throws IOException {
        record("here.1", "production", BEGUN.plusSeconds(52), asked(0, 50));
        journal(BEGUN.plusSeconds(52), BEGUN.plusSeconds(58));
        Journal.open(folder.resolve("watch/cutover"), Clock.systemUTC()).add(Entry.Event.ENDED, "", "");

        refused("was killed at 2026-11-26T18:00:54.450Z, before it was over");
    }

    @Test
    void anObserverThatBeganAfterTheFirstStepSaysNothingOfIt() throws IOException {
        record("here.1", "production", BEGUN, asked(0, 50) + "E\t2500000\n");
        journal(BEGUN.minusSeconds(10), BEGUN.plusSeconds(2));

        refused("after the first step");
    }

    @Test
    void aMachineThatWasSuspendedIsNoWitness() throws IOException {
        record("here.1", "production", BEGUN, asked(0, 50) + "A\t2400000\t9000000\nE\t2500000\n");

        refused("went apart by 9000 ms");
    }

    private void refused(String... parts) {
        assertThatThrownBy(this::look).isInstanceOf(Unexamined.class).hasMessageContainingAll(parts);
    }

    private void look() {
        sights().forEach(sight -> watches().requireLooked(Gate.CUTOVER, sight));
    }

    private List<Sight> sights() {
        return watches().sights(Gate.CUTOVER, HOME);
    }

    /** Answers, one every 50 ms, from the so manieth on. */
    private static String asked(int first, int count) {
        StringBuilder lines = new StringBuilder();
        for (long i = first; i < first + count; i++) {
            long sent = i * 50_000;
            lines.append(String.join(
                            "\t",
                            "O",
                            "home/new",
                            "" + sent,
                            "" + sent,
                            "" + (sent + 5_000),
                            "ok",
                            "200",
                            "source",
                            "",
                            "",
                            "",
                            ""))
                    .append('\n');
        }
        return lines.toString();
    }

    private void journal(Instant... steps) throws IOException {
        Path records = Files.createDirectories(folder.resolve("watch/cutover"));
        for (Instant step : steps) {
            Journal.open(records, Clock.fixed(step, ZoneOffset.UTC)).add(Entry.Event.STEP_DONE, "step", "");
        }
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
