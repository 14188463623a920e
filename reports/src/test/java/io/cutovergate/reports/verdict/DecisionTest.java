package io.cutovergate.reports.verdict;

import static io.cutovergate.harness.run.Status.FAILED;
import static io.cutovergate.harness.run.Status.INCONCLUSIVE;
import static io.cutovergate.harness.run.Status.PROVEN;
import static io.cutovergate.harness.run.Status.UNPROVEN;
import static io.cutovergate.reports.Fixture.CLOCK;
import static io.cutovergate.reports.Fixture.TODAY;
import static io.cutovergate.reports.Fixture.item;
import static io.cutovergate.reports.Fixture.leftOut;
import static io.cutovergate.reports.Fixture.notApplicable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.RunResult;
import io.cutovergate.reports.Fixture;
import io.cutovergate.reports.statement.Statements;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of precedence of the design. */
class DecisionTest {

    private static final ItemResult GOOD = item("services-deployed", PROVEN);
    private static final ItemResult BROKEN = item("api-responds", FAILED, "status is 500");
    private static final ItemResult OPEN = item("cache-ready", UNPROVEN, "nobody answered");
    private static final ItemResult FEW = item("performance-under-load", INCONCLUSIVE, "12 requests");
    private static final ItemResult UNASKED = leftOut("failover-and-restart");
    private static final ItemResult ABSENT = notApplicable("object-integrity", TODAY);

    @TempDir
    private Path folder;

    private Migration migration;

    @BeforeEach
    void readFiles() {
        migration = Fixture.migration(folder);
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                arguments(List.of(GOOD), "", List.of(), "GO: 1 proven", 0),
                arguments(List.of(GOOD, ABSENT), "", List.of(), "GO: 1 proven, 1 not applicable", 0),
                arguments(
                        List.of(item("rollback-rehearsed", PROVEN)),
                        "",
                        List.of(),
                        "GO: 1 proven, 1 rollback step not rehearsed",
                        0),
                arguments(List.of(GOOD, FEW), "", List.of(), "INCONCLUSIVE: 1 inconclusive, 1 proven", 2),
                arguments(List.of(GOOD, UNASKED), "", List.of(), "INCONCLUSIVE: 1 left out, 1 proven", 2),
                arguments(List.of(GOOD), "Ctrl-C", List.of(), "INCONCLUSIVE: 1 proven, the run was interrupted", 2),
                arguments(
                        List.of(UNASKED),
                        "Ctrl-C",
                        List.of(),
                        "INCONCLUSIVE: 1 left out, 0 proven, the run was interrupted",
                        2),
                arguments(List.of(GOOD, FEW, OPEN), "", List.of(), "NO-GO: 1 unproven, 1 inconclusive, 1 proven", 1),
                arguments(List.of(GOOD, FEW, BROKEN), "", List.of(), "NO-GO: 1 failed, 1 inconclusive, 1 proven", 1),
                arguments(
                        List.of(BROKEN, UNASKED),
                        "Ctrl-C",
                        List.of(),
                        "NO-GO: 1 failed, 1 left out, 0 proven, the run was interrupted",
                        1),
                arguments(List.of(), "", List.of(), "NO-GO: 0 proven", 1),
                arguments(List.of(ABSENT), "", List.of(), "NO-GO: 0 proven, 1 not applicable", 1),
                arguments(List.of(GOOD), "", List.of("close failed"), "NO-GO: 1 proven, the harness itself broke", 1),
                arguments(
                        List.of(GOOD, FEW),
                        "Ctrl-C",
                        List.of("close failed"),
                        "NO-GO: 1 inconclusive, 1 proven, the run was interrupted, the harness itself broke",
                        1));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void followsThePrecedence(
            List<ItemResult> items, String interrupted, List<String> faults, String headline, int exitCode) {
        RunResult run = Fixture.run(migration, interrupted, faults, items.toArray(ItemResult[]::new));

        Verdict verdict = Verdict.of(run, Statements.NONE, CLOCK);

        assertThat(verdict.headline()).isEqualTo(headline);
        assertThat(verdict.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void takesAnItemThatTheRunForgotForUnproven() {
        RunResult whole = Fixture.run(migration, GOOD, item("cache-ready", PROVEN));
        RunResult forgetful =
                new RunResult(whole.plan(), whole.started(), whole.finished(), List.of(GOOD), "", List.of());

        Verdict verdict = Verdict.of(forgetful, Statements.NONE, CLOCK);

        assertThat(verdict.headline()).isEqualTo("NO-GO: 1 unproven, 1 proven");
        assertThat(verdict.items().get(1).causes())
                .containsExactly("the run says nothing about it: a fault of the harness");
    }

    @Test
    void masksWhatItTells() {
        String leak = "password " + Fixture.SECRET + " refused";
        RunResult run = Fixture.run(migration, leak, List.of(leak), item("cache-ready", UNPROVEN, leak));

        Verdict verdict = Verdict.of(run, Statements.NONE, CLOCK);

        assertThat(verdict.interrupted()).isEqualTo("password *** refused");
        assertThat(verdict.faults()).containsExactly("password *** refused");
        assertThat(verdict.items().get(0).causes()).containsExactly("backend at target: password *** refused");
    }
}
