package io.cutovergate.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.junit.Stop;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Every way in which a check can fail to show something ends with a status and a cause of its own. */
class ReconciliationTest {

    @TempDir
    Path folder;

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(
                        Fixtures.Broken.class,
                        Status.FAILED,
                        "answer of system at target is ***; rule: exactly 42 (fixture.answer)"),
                Arguments.of(
                        Fixtures.SwallowsItsFailure.class,
                        Status.FAILED,
                        "answer of system at target is 1; rule: exactly 42"),
                Arguments.of(Fixtures.Unreachable.class, Status.UNPROVEN, "nobody answers at 127.0.0.1:1"),
                Arguments.of(
                        Fixtures.TooFew.class,
                        Status.INCONCLUSIVE,
                        "samples of system at target is 3; rule: at least 200"),
                Arguments.of(Fixtures.ExaminesNothing.class, Status.UNPROVEN, "examined nothing"),
                Arguments.of(Fixtures.OnlyKeeps.class, Status.UNPROVEN, "examined nothing"),
                Arguments.of(Fixtures.Skipped.class, Status.UNPROVEN, "its check never ran: skipped: not today"),
                Arguments.of(Fixtures.Aborted.class, Status.UNPROVEN, "no such host here"),
                Arguments.of(Fixtures.AbortedBeforeAll.class, Status.UNPROVEN, "aborted before it began"),
                Arguments.of(Fixtures.CrashedClass.class, Status.UNPROVEN, "set-up crashed"),
                Arguments.of(Fixtures.CrashedConstructor.class, Status.UNPROVEN, "cannot be made"),
                Arguments.of(Fixtures.NothingConfigured.class, Status.UNPROVEN, "things is not configured"),
                Arguments.of(Fixtures.Hangs.class, Status.UNPROVEN, "did not end within 200ms"),
                Arguments.of(Fixtures.RunsTwice.class, Status.UNPROVEN, "times; one run must decide"),
                Arguments.of(Fixtures.OfMistyped.class, Status.UNPROVEN, "its tag 'stagging' is no gate"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void namesEveryWayOfNotShowing(Class<?> checks, Status status, String cause) throws IOException {
        ItemResult item = new Fixture(folder).judge(checks);
        assertThat(item.status()).isEqualTo(status);
        assertThat(item.causes()).anySatisfy(text -> assertThat(text).contains(cause));
    }

    @Test
    void provesASoundItemForEverySubject() throws IOException {
        ItemResult item = new Fixture(folder).judge(Fixtures.Sound.class);
        assertThat(item.causes()).isEmpty();
        assertThat(item.status()).isEqualTo(Status.PROVEN);
        assertThat(item.obligations()).hasSize(9).allSatisfy(obligation -> assertThat(
                        obligation.recorded().samples())
                .hasSize(1));
    }

    @Test
    void missesOneSubjectOfNine() throws IOException {
        Fixture fixture = new Fixture(folder);
        Plan plan = fixture.plan(Fixtures.Sound.class);
        // The files name a tenth thing that the class is never given.
        ItemPlan item = plan.items().get(0);
        Obligation first = item.obligations().get(0);
        List<Obligation> ten = Stream.concat(
                        item.obligations().stream(),
                        Stream.of(new Obligation(
                                first.claim(), new Ghost(first.subject().vantage()))))
                .toList();
        Plan withGhost = new Plan(
                plan.gate(),
                plan.migration(),
                List.of(new ItemPlan(item.item(), ten, item.gaps(), null, item.exempted(), null)));
        ItemResult result = fixture.run(withGhost).items().get(0);
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.obligations())
                .filteredOn(obligation -> obligation.status() != Status.PROVEN)
                .singleElement()
                .satisfies(obligation ->
                        assertThat(obligation.obligation().subject().name()).isEqualTo("ghost"));
    }

    @Test
    void leavesAClaimOpenWhoseClassOrMethodIsMissing() throws IOException {
        Claim real = ClaimReader.claims(Fixtures.Sound.class).get(0);
        Claim gone = new Claim(
                real.item() + "/gone",
                real.item(),
                "is gone",
                real.suite(),
                "io.cutovergate.smoke.GoneChecks",
                "gone",
                null,
                null,
                false);
        Claim methodless = new Claim(
                real.item() + "/methodless",
                real.item(),
                "has no method",
                real.suite(),
                real.checkClass(),
                "methodless",
                real.each(),
                null,
                false);
        Fixture fixture = new Fixture(folder);
        RunResult result = fixture.run(fixture.plan(List.of(gone, methodless), Fixtures.Sound.class));
        assertThat(result.items().get(0).causes())
                .anySatisfy(text -> assertThat(text).contains("its class cannot be loaded"))
                .anySatisfy(
                        text -> assertThat(text).contains("JUnit did not reach " + real.checkClass() + "#methodless"));
    }

    @Test
    void doesNotLetAUsersClassStandInForOurs() throws IOException {
        Claim ours = new Claim(
                "fixture-works/holds",
                "fixture-works",
                "holds",
                ClaimReader.claims(Fixtures.Sound.class).get(0).suite(),
                "io.cutovergate.smoke.GoneChecks",
                "holds",
                null,
                null,
                false);
        Claim users = ClaimReader.claims(Fixtures.Sound.class).get(0);
        Fixture fixture = new Fixture(folder);
        ItemResult item = fixture.run(fixture.plan(List.of(ours, users), Fixtures.Sound.class))
                .items()
                .get(0);
        assertThat(item.status()).isEqualTo(Status.UNPROVEN);
        assertThat(item.obligations())
                .hasSize(10)
                .filteredOn(result -> result.status() == Status.PROVEN)
                .hasSize(9);
    }

    @Test
    void blocksWhatStandsOnABrokenItemAndTellsTheCauseOnce() throws IOException {
        Fixture fixture = new Fixture(folder);
        List<ItemResult> items = fixture.run(fixture.plan(Fixtures.Unreachable.class, Fixtures.Leaning.class))
                .items();
        assertThat(items.get(1).status()).isEqualTo(Status.UNPROVEN);
        assertThat(items.get(1).causes()).containsExactly("blocked by fixture-works (system at target)");
        assertThat(items.get(1).obligations().get(0).blockedBy())
                .containsExactly(items.get(0).obligations().get(0).obligation());
    }

    @Test
    void doesNotBlockWhatStandsOnASoundItem() throws IOException {
        Fixture fixture = new Fixture(folder);
        assertThat(fixture.run(fixture.plan(Fixtures.Sound.class, Fixtures.Leaning.class))
                        .items())
                .extracting(ItemResult::status)
                .containsExactly(Status.PROVEN, Status.PROVEN);
    }

    @Test
    void ignoresASystemPropertyThatWouldOnlyPretendToRun() throws IOException {
        System.setProperty("junit.platform.execution.dryRun.enabled", "true");
        try {
            assertThat(new Fixture(folder).judge(Fixtures.Sound.class).status()).isEqualTo(Status.PROVEN);
        } finally {
            System.clearProperty("junit.platform.execution.dryRun.enabled");
        }
    }

    @Test
    void ignoresAFilterThatAJarRegisters() throws IOException {
        assertThat(ServiceLoader.load(PostDiscoveryFilter.class))
                .anySatisfy(filter -> assertThat(filter).isInstanceOf(HidesSoundChecks.class));
        assertThat(new Fixture(folder).judge(Fixtures.Sound.class).status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void leavesOutWhatAnInterruptionPrevented() throws IOException {
        Fixture fixture = new Fixture(folder);
        GateRun run = fixture.runner(fixture.plan(Fixtures.Sound.class), new RunListener() {});
        run.interrupt("interrupted by Ctrl-C");
        RunResult result = run.execute();
        assertThat(result.interrupted()).isEqualTo("interrupted by Ctrl-C");
        assertThat(result.items().get(0).status()).isEqualTo(Status.LEFT_OUT);
    }

    @Test
    void leavesUnprovenWhatTheDeadlineOfTheGatePrevented() throws IOException {
        Plan plan = new Fixture(folder).plan(Fixtures.Sound.class);
        Stop late = new Stop("the gate's deadline passed (deadlines.gate)", false, Instant.EPOCH);
        ItemResult item = new Reconciliation(plan, List.of(), new Events(), late, Map.of(), Map.of())
                .items()
                .get(0);
        assertThat(item.status()).isEqualTo(Status.UNPROVEN);
        assertThat(item.causes()).containsExactly("the gate's deadline passed (deadlines.gate)");
    }

    /** No Thing: JUnit cannot hand it to the class. */
    private record Ghost(Vantage vantage) implements Subject {
        @Override
        public String name() {
            return "ghost";
        }
    }
}
