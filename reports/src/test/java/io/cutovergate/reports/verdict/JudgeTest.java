package io.cutovergate.reports.verdict;

import static io.cutovergate.harness.run.Status.FAILED;
import static io.cutovergate.harness.run.Status.INCONCLUSIVE;
import static io.cutovergate.harness.run.Status.NOT_APPLICABLE;
import static io.cutovergate.harness.run.Status.PROVEN;
import static io.cutovergate.harness.run.Status.SIGNED;
import static io.cutovergate.harness.run.Status.UNPROVEN;
import static io.cutovergate.harness.run.Status.WAIVED;
import static io.cutovergate.reports.Fixture.CLOCK;
import static io.cutovergate.reports.Fixture.TODAY;
import static io.cutovergate.reports.Fixture.item;
import static io.cutovergate.reports.Fixture.notApplicable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.Fixture;
import io.cutovergate.reports.statement.SignOff;
import io.cutovergate.reports.statement.Statements;
import io.cutovergate.reports.statement.Waiver;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {

    private static final String WALKTHROUGH = "team-walkthrough-done";
    private static final Map<String, String> RELEASE =
            Map.of("backend", "sha256:8d9a2b6f41c0e7735d1f", "frontend", "sha256:51ce90aa3b7d20e4f6b8");
    private static final Map<String, String> OLD =
            Map.of("backend", "sha256:0ld", "frontend", "sha256:51ce90aa3b7d20e4f6b8");

    @TempDir
    private Path folder;

    private Migration migration;

    @BeforeEach
    void readFiles() {
        migration = Fixture.migration(folder);
    }

    private static SignOff signOff(
            Gate gate, String environment, Map<String, String> release, LocalDate on, @Nullable LocalDate until) {
        return new SignOff(WALKTHROUGH, gate, environment, release, "Jo", on, until, "done");
    }

    static Stream<Arguments> signOffs() {
        SignOff valid = signOff(Gate.STAGING, "staging", RELEASE, TODAY, null);
        SignOff otherGate = signOff(Gate.PRE_CUTOVER, "staging", RELEASE, TODAY, null);
        SignOff otherEnvironment = signOff(Gate.STAGING, "production", RELEASE, TODAY, null);
        SignOff otherRelease = signOff(Gate.STAGING, "staging", OLD, TODAY, null);
        SignOff smaller =
                signOff(Gate.STAGING, "staging", Map.of("backend", "sha256:8d9a2b6f41c0e7735d1f"), TODAY, null);
        SignOff over = signOff(Gate.STAGING, "staging", RELEASE, TODAY.minusDays(9), TODAY.minusDays(1));
        SignOff lastDay = signOff(Gate.STAGING, "staging", RELEASE, TODAY.minusDays(9), TODAY);
        SignOff ahead = signOff(Gate.STAGING, "staging", RELEASE, TODAY.plusDays(1), null);
        SignOff otherTwice = signOff(Gate.PRE_CUTOVER, "production", RELEASE, TODAY, null);
        String by = "the sign-off by Jo of 2026-11-22 does not count: ";
        return Stream.of(
                arguments(List.of(valid), SIGNED, ""),
                arguments(List.of(lastDay), SIGNED, ""),
                arguments(List.of(valid, otherGate), SIGNED, ""),
                arguments(
                        List.of(),
                        UNPROVEN,
                        "nobody has signed it; the environment file names no file of sign-offs (sign-offs)"),
                arguments(List.of(otherGate), UNPROVEN, by + "it is for gate pre-cutover"),
                arguments(List.of(otherEnvironment), UNPROVEN, by + "it is for environment production"),
                arguments(
                        List.of(otherRelease),
                        UNPROVEN,
                        by
                                + "it is for another release (backend: signed sha256:0ld, judged sha256:8d9a2b6f41c0e7735d1f)"),
                arguments(
                        List.of(smaller),
                        UNPROVEN,
                        by
                                + "it is for another release (frontend: signed nothing, judged sha256:51ce90aa3b7d20e4f6b8)"),
                arguments(
                        List.of(over),
                        UNPROVEN,
                        "the sign-off by Jo of 2026-11-13 does not count: it ended on 2026-11-21"),
                arguments(
                        List.of(ahead),
                        UNPROVEN,
                        "the sign-off by Jo of 2026-11-23 does not count: it is dated in the future"),
                arguments(
                        List.of(otherTwice),
                        UNPROVEN,
                        by + "it is for gate pre-cutover, and it is for environment production"),
                arguments(List.of(otherGate, otherTwice), UNPROVEN, by + "it is for gate pre-cutover"));
    }

    @ParameterizedTest
    @MethodSource("signOffs")
    void bindsSignOffsToGateEnvironmentAndRelease(List<SignOff> signOffs, Status status, String cause) {
        JudgedItem judged = judged(new Statements(null, signOffs, List.of()), Fixture.signOffItem(WALKTHROUGH));

        assertThat(judged.status()).isEqualTo(status);
        assertThat(String.join("\n", judged.causes())).isEqualTo(cause);
    }

    @Test
    void signsNothingThatAnybodyElseWouldHaveToProve() {
        SignOff forMeasured =
                new SignOff("cache-ready", Gate.STAGING, "staging", RELEASE, "Jo", TODAY, null, "is fine");

        JudgedItem judged = judged(
                new Statements(null, List.of(forMeasured), List.of()),
                item("cache-ready", UNPROVEN, "nobody answered"));

        assertThat(judged.status()).isEqualTo(UNPROVEN);
    }

    @Test
    void wantsTheChecksOfASignedItemToHoldToo() {
        SignOff valid = signOff(Gate.STAGING, "staging", RELEASE, TODAY, null);
        Statements statements = new Statements(null, List.of(valid), List.of());

        assertThat(judged(statements, item(WALKTHROUGH, PROVEN)).status()).isEqualTo(SIGNED);
        assertThat(judged(statements, item(WALKTHROUGH, FAILED, "backend broke"))
                        .status())
                .isEqualTo(FAILED);
        assertThat(judged(Statements.NONE, item(WALKTHROUGH, FAILED, "backend broke"))
                        .causes())
                .hasSize(2);
    }

    static Stream<Arguments> waivers() {
        return Stream.of(
                arguments("cache-ready", UNPROVEN, Gate.STAGING, "staging", TODAY, WAIVED),
                arguments("cache-ready", FAILED, Gate.STAGING, "staging", TODAY, WAIVED),
                arguments("cache-ready", INCONCLUSIVE, Gate.STAGING, "staging", TODAY, INCONCLUSIVE),
                arguments("cache-ready", PROVEN, Gate.STAGING, "staging", TODAY, PROVEN),
                arguments("cache-ready", UNPROVEN, Gate.STAGING, "staging", TODAY.minusDays(1), UNPROVEN),
                arguments("cache-ready", UNPROVEN, Gate.PRE_CUTOVER, "staging", TODAY, UNPROVEN),
                arguments("cache-ready", UNPROVEN, Gate.STAGING, "production", TODAY, UNPROVEN),
                arguments("data-integrity", FAILED, Gate.STAGING, "staging", TODAY, FAILED),
                arguments("no-write-lost", UNPROVEN, Gate.STAGING, "staging", TODAY, UNPROVEN),
                arguments("rollback-in-time", FAILED, Gate.STAGING, "staging", TODAY, FAILED));
    }

    @ParameterizedTest
    @MethodSource("waivers")
    void waivesOnlyWhatMayBe(String id, Status shown, Gate gate, String environment, LocalDate until, Status expected) {
        Waiver waiver = new Waiver(id, gate, environment, "next week", "Kim", until);

        JudgedItem judged = judged(new Statements(null, List.of(), List.of(waiver)), item(id, shown, "the cause"));

        assertThat(judged.status()).isEqualTo(expected);
        assertThat(judged.causes()).containsExactly("backend at target: the cause");
    }

    @Test
    void goesOnWithAWaiverAndSaysSo() {
        Waiver used = new Waiver("cache-ready", Gate.STAGING, "staging", "next week", "Kim", TODAY);
        Waiver over = new Waiver("api-responds", Gate.STAGING, "staging", "was slow", "Jo", TODAY.minusDays(3));
        Waiver needless = new Waiver("services-deployed", Gate.STAGING, "staging", "was down", "Jo", TODAY);
        Waiver elsewhere = new Waiver("services-deployed", Gate.DEV, "staging", "was down", "Jo", TODAY);

        Verdict verdict = Verdict.of(
                Fixture.run(migration, item("services-deployed", PROVEN), item("cache-ready", UNPROVEN, "silent")),
                new Statements(null, List.of(), List.of(used, over, needless, elsewhere)),
                CLOCK);

        assertThat(verdict.headline()).isEqualTo("GO WITH WAIVERS: 1 waived, 1 proven");
        assertThat(verdict.exitCode()).isZero();
        assertThat(verdict.notes())
                .containsExactly(
                        "the waiver for api-responds (Jo) ended on 2026-11-19",
                        "the waiver for services-deployed (Jo) is not needed: the item is proven");
    }

    @Test
    void endsWhatIsNotApplicableAfterItsLastDay() {
        JudgedItem lastDay = judged(Statements.NONE, notApplicable("cache-ready", TODAY));
        JudgedItem over = judged(Statements.NONE, notApplicable("cache-ready", TODAY.minusDays(1)));

        assertThat(lastDay.status()).isEqualTo(NOT_APPLICABLE);
        assertThat(over.status()).isEqualTo(UNPROVEN);
        assertThat(over.causes())
                .containsExactly("declared not applicable until 2026-11-21, which is over (we have none; kim)");
    }

    @Test
    void refusesThatTheDataIsNotApplicable() {
        JudgedItem judged = judged(Statements.NONE, notApplicable("data-integrity", TODAY));

        assertThat(judged.status()).isEqualTo(UNPROVEN);
        assertThat(judged.causes()).containsExactly("it can never be declared not applicable");
    }

    @Test
    void endsAClaimThatIsNotApplicableAfterItsLastDay() {
        String claim = "api-responds/answers-alike";
        ItemResult proven = item("api-responds", PROVEN);
        ItemPlan plan = new ItemPlan(
                proven.plan().item(),
                proven.plan().obligations(),
                List.of(),
                null,
                List.of(claim + ": prices differ (jo, until 2026-12-31)"),
                null);
        ItemResult exempted = new ItemResult(plan, PROVEN, List.of(), proven.obligations());

        JudgedItem before = judged(Statements.NONE, exempted);
        JudgedItem after = new Judge(Fixture.run(migration, exempted).plan(), Statements.NONE, LocalDate.of(2027, 1, 1))
                .judge(exempted);

        assertThat(before.status()).isEqualTo(PROVEN);
        assertThat(after.status()).isEqualTo(UNPROVEN);
        assertThat(after.causes())
                .containsExactly("claim " + claim + " is declared not applicable until 2026-12-31, which is over");
    }

    @Test
    void countsClaimsThatAreNotApplicableInTheHeadline() {
        ItemResult proven = item("api-responds", PROVEN);
        ItemPlan plan = new ItemPlan(
                proven.plan().item(), proven.plan().obligations(), List.of(), null, List.of("a/b: c"), null);

        Verdict verdict = Verdict.of(
                Fixture.run(migration, new ItemResult(plan, PROVEN, List.of(), proven.obligations())),
                Statements.NONE,
                CLOCK);

        assertThat(verdict.headline()).isEqualTo("GO: 1 proven, 1 claim not applicable");
    }

    private JudgedItem judged(Statements statements, ItemResult result) {
        return new Judge(Fixture.run(migration, result).plan(), statements, TODAY).judge(result);
    }
}
