package io.cutovergate.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.run.GateRun;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.RunListener;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of a source and of a target of which it is known by how much they are apart. */
class StabilityChecksTest {

    private static final String ERRORS = "errors-stay";
    private static final String LATENCY = "latency-stays";
    private static final int ASKED = 1_200;
    private static final long PERIOD = 50_000;

    /** How one request ends, by its number and the usual time of an answer in microseconds. */
    private interface Ends extends BiFunction<Integer, Long, String> {}

    private final Instant now = Instant.now();
    private final Instant before = now.minus(Duration.ofHours(3));
    private final Instant after = now.minus(Duration.ofHours(1));

    @TempDir
    Path folder;

    @BeforeEach
    void baseline() throws IOException {
        record("pre-cutover", "here", 1, before, "source", StabilityChecksTest::well);
    }

    @Test
    void asItWasIsProven() throws IOException {
        record("post-cutover", "here", 2, after, "target", StabilityChecksTest::well);

        ObligationResult errors = judged(ERRORS);
        ObligationResult latency = judged(LATENCY);

        assertThat(errors.status()).as(errors.cause()).isEqualTo(Status.PROVEN);
        assertThat(latency.status()).as(latency.cause()).isEqualTo(Status.PROVEN);
        assertThat(latency.recorded().attachments())
                .extracting(Attachment::type)
                .containsExactly("image/svg+xml");
        assertThat(Files.readString(latency.recorded().attachments().get(0).file()))
                .contains("home (new connections) seen by here at target")
                .contains("<polyline");
        assertThat(Files.readString(errors.recorded().attachments().get(0).file()))
                .contains("0.000 % (0 of 1200)");
    }

    @Test
    void aShareOfErrorsFailsAndLeavesTheTimesAlone() throws IOException {
        record(
                "post-cutover",
                "here",
                2,
                after,
                "target",
                (i, took) -> i % 20 == 0 ? "900\t5xx\t503" : took + "\tok\t200");

        ObligationResult errors = judged(ERRORS);

        assertThat(errors.status()).isEqualTo(Status.FAILED);
        assertThat(errors.cause())
                .contains(
                        "additional share of requests not served of home (new connections) seen by here at target is 4.0")
                .contains("rule: at most 1% (limits.errors-and-latency-stable.errors)")
                .contains("before 0 of 1200, after 60 of 1200 (60× 5xx)");
        assertThat(judged(LATENCY).status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aSlowerTargetFails() throws IOException {
        record("post-cutover", "here", 2, after, "target", (i, took) -> took * 2 + "\tok\t200");

        ObligationResult latency = judged(LATENCY);

        assertThat(latency.status()).isEqualTo(Status.FAILED);
        assertThat(latency.cause())
                .contains(
                        "50th percentile as a share of the source's of home (new connections) seen by here at target is 19")
                .contains("rule: at most 120% (limits.errors-and-latency-stable.p50)")
                .contains("(limits.errors-and-latency-stable.negligible: 10 ms); source 60.", " ms, target 11");
        assertThat(judged(ERRORS).status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aSlowTailFailsWhereTheMedianDoesNot() throws IOException {
        record("post-cutover", "here", 2, after, "target", (i, took) -> took * (i % 12 == 0 ? 4 : 1) + "\tok\t200");

        ObligationResult latency = judged(LATENCY);

        assertThat(latency.status()).isEqualTo(Status.FAILED);
        assertThat(latency.cause()).contains("95th percentile").doesNotContain("50th percentile");
    }

    @Test
    void oneBurstConcludesNothing() throws IOException {
        record(
                "post-cutover",
                "here",
                2,
                after,
                "target",
                (i, took) -> i > 600 && i <= 620 ? "900\t5xx\t503" : took + "\tok\t200");

        ObligationResult errors = judged(ERRORS);

        assertThat(errors.status()).as(errors.cause()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(errors.cause()).contains("lies on both sides of the rule", "longer records");
    }

    @Test
    void ofTheSeveralRecordsOfAnObserverTheNewestCounts() throws IOException {
        record("post-cutover", "here", 2, after, "target", (i, took) -> "900\t5xx\t503");
        record("post-cutover", "here", 3, after.plusSeconds(600), "target", StabilityChecksTest::well);

        ObligationResult errors = judged(ERRORS);

        assertThat(errors.status()).as(errors.cause()).isEqualTo(Status.PROVEN);
        assertThat(errors.recorded().notes())
                .contains("the window after the move is the newest record of its observer; left out are 1 before it");
    }

    @Test
    void aShortRecordConcludesNothing() throws IOException {
        record("post-cutover", "here", 2, after, "target", (i, took) -> i > 300 ? "" : well(i, took));

        assertThat(judged(ERRORS).status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(judged(ERRORS).cause())
                .contains("time that was watched of home (new connections) seen by here at target is 15")
                .contains("rule: at least 50s (limits.errors-and-latency-stable.window)");
    }

    @Test
    void anObserverThatWasLateConcludesNothing() throws IOException {
        record("post-cutover", "here", 2, after, "target", StabilityChecksTest::well, 200_000);

        assertThat(judged(LATENCY).status()).isEqualTo(Status.INCONCLUSIVE);
        assertThat(judged(LATENCY).cause()).contains("limits.errors-and-latency-stable.lag");
    }

    @Test
    void whatIsMissingIsToldWithTheCommandThatMakesIt() throws IOException {
        unproven(
                "the window after the move is missing (`gate watch --env FILE --gate post-cutover --for 50s` while the target serves)");

        Files.delete(folder.resolve("watch/pre-cutover/here.1.watch.tsv"));
        record("post-cutover", "here", 2, after, "target", StabilityChecksTest::well);

        unproven(
                "the baseline is missing (`gate watch --env FILE --gate pre-cutover --for 50s` while the source serves)");
    }

    @Test
    void whatTheOtherSideAnsweredIsNoneOfTheirs() throws IOException {
        record("post-cutover", "here", 2, after, "source", StabilityChecksTest::well);

        unproven(
                "1200 of the 1200 requests of home (new connections) seen by here in ",
                "were answered by the source",
                "the window after the move is of the target alone");
    }

    @Test
    void aSideThatNobodyCanTellIsNone() throws IOException {
        record("post-cutover", "here", 2, after, "unknown", StabilityChecksTest::well);

        unproven("answered by nobody whose side can be told (watch.side)");
    }

    @Test
    void aBaselineOfASystemThatFailedIsNoMeasure() throws IOException {
        record(
                "pre-cutover",
                "here",
                2,
                before.plusSeconds(600),
                "source",
                (i, took) -> i % 20 == 0 ? "900\t5xx\t503" : took + "\tok\t200");
        record("post-cutover", "here", 2, after, "target", StabilityChecksTest::well);

        unproven(
                "5% of the requests of the baseline of home (new connections) seen by here at source were not served (60× 5xx)",
                "baseline-errors");
    }

    @Test
    void anotherPlaceIsNoMeasure() throws IOException {
        record("post-cutover", "there", 1, after, "target", StabilityChecksTest::well);

        unproven("home (new connections) seen by here is in the baseline and not in the window after the move");
    }

    @Test
    void oldRecordsAreNotBelieved() throws IOException {
        record("post-cutover", "here", 2, now.minus(Duration.ofHours(30)), "target", StabilityChecksTest::well);

        unproven("limits.errors-and-latency-stable.max-age is 1d");
    }

    @Test
    void aWindowIsAfterTheBaseline() throws IOException {
        record("post-cutover", "here", 2, before.minusSeconds(600), "target", StabilityChecksTest::well);

        unproven("before the baseline ended");
    }

    @Test
    void anObserverThatDidNotLookIsNoWitness() throws IOException {
        record("post-cutover", "here", 2, after, "target", (i, took) -> i > 600 && i < 620 ? "" : well(i, took));

        unproven("was not looking for 950 ms", "watch.max-gap is 500ms");
    }

    private static String well(int number, long took) {
        return took + "\tok\t200";
    }

    private void unproven(String... parts) {
        for (String claim : List.of(ERRORS, LATENCY)) {
            ObligationResult result = judged(claim);
            assertThat(result.status()).as(result.cause()).isEqualTo(Status.UNPROVEN);
            assertThat(result.cause()).contains(parts);
        }
    }

    private ObligationResult judged(String claim) {
        Migration migration = TestFiles.migration(folder, """
                services: { backend: { host: api, health: { ready: /ready } } }
                watch: { reads: { home: { service: backend, request: { get: / } } } }
                """, """
                public: { hosts: { api: api.shop.test } }
                source: { name: old, entry: "127.0.0.1" }
                target: { name: new, entry: "127.0.0.2" }
                limits: { errors-and-latency-stable: { window: 50s, errors: +1%, block: 1s } }
                """);
        ClassLoader loader = StabilityChecks.class.getClassLoader();
        ChecklistItem item =
                ChecklistItem.of(ClaimReader.item(StabilityChecks.class).orElseThrow());
        Plan plan = new Planner(List.of(item), ClaimReader.claims(StabilityChecks.class), loader)
                .plan(Gate.POST_CUTOVER, migration, Narrowing.NONE);
        return new GateRun(plan, loader, folder.resolve("evidence"), new RunListener() {}, Clock.systemUTC())
                .execute().items().stream()
                        .flatMap(of -> of.obligations().stream())
                        .filter(one -> one.obligation().claim().id().endsWith("/" + claim))
                        .findFirst()
                        .orElseThrow();
    }

    private void record(String gate, String observer, int number, Instant begun, String side, Ends ends)
            throws IOException {
        record(gate, observer, number, begun, side, ends, 0);
    }

    /** A minute of requests, each by which it is known when it was sent, answered around 60 ms later. */
    private void record(String gate, String observer, int number, Instant begun, String side, Ends ends, long lag)
            throws IOException {
        Random random = new Random(number);
        StringBuilder lines =
                new StringBuilder(String.join("\t", "H", "1", observer, begun.toString(), "test", "run", "1")
                        + "\nS\thome/new\t" + PERIOD + "\tapi.shop.test\t/\n");
        for (int i = 0; i < ASKED; i++) {
            long took = Math.max(5_000, Math.round(60_000 + 12_000 * random.nextGaussian()));
            String[] end = ends.apply(i, took).split("\t");
            if (end.length == 3) {
                long planned = i * PERIOD;
                lines.append(String.join(
                                "\t",
                                "O",
                                "home/new",
                                "" + planned,
                                "" + (planned + lag),
                                "" + (planned + lag + Long.parseLong(end[0])),
                                end[1],
                                end[2],
                                side,
                                "",
                                "",
                                "",
                                ""))
                        .append('\n');
            }
        }
        lines.append("E\t").append(ASKED * PERIOD).append('\n');
        Path records = Files.createDirectories(folder.resolve("watch").resolve(gate));
        Files.writeString(records.resolve(observer + "." + number + ".watch.tsv"), lines);
    }
}
