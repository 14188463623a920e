package io.cutovergate.reports.verdict;

import static io.cutovergate.harness.run.Status.FAILED;
import static io.cutovergate.harness.run.Status.INCONCLUSIVE;
import static io.cutovergate.harness.run.Status.LEFT_OUT;
import static io.cutovergate.harness.run.Status.NOT_APPLICABLE;
import static io.cutovergate.harness.run.Status.UNPROVEN;
import static io.cutovergate.harness.run.Status.WAIVED;

import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.RunResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.yaml.Secrets;
import io.cutovergate.reports.statement.Statements;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The answer of a gate, with everything that led to it.
 *
 * @param items in the order of the plan
 * @param interrupted why the run did not go to its end, masked; empty when it did
 * @param faults of the harness itself, masked
 * @param notes what does not change the decision but must be known: what checks say first, a waiver that has ended or is not needed
 */
public record Verdict(
        RunResult run,
        List<JudgedItem> items,
        Decision decision,
        String interrupted,
        List<String> faults,
        List<String> notes) {

    /** Judges what a run showed. The clock says which day it is for everything that has a last day. */
    public static Verdict of(RunResult run, Statements statements, Clock clock) {
        Secrets secrets = run.plan().migration().secrets();
        Judge judge = new Judge(run.plan(), statements, LocalDate.now(clock));
        List<JudgedItem> items = run.plan().items().stream()
                .map(plan -> result(plan, run))
                .map(judge::judge)
                .toList();
        List<String> faults = run.faults().stream().map(secrets::mask).toList();
        return new Verdict(
                run,
                items,
                decide(items, run.interrupted(), faults),
                secrets.mask(run.interrupted()),
                faults,
                Stream.concat(headlines(items), judge.notes(items).stream()).toList());
    }

    /** Of what was shown, one way or the other: a check that could not tell has no figure to begin with. */
    private static Stream<String> headlines(List<JudgedItem> items) {
        return items.stream()
                .flatMap(item -> item.result().obligations().stream())
                .filter(obligation -> obligation.status() == Status.PROVEN || obligation.status() == FAILED)
                .flatMap(obligation -> obligation.recorded().headlines().stream())
                .distinct();
    }

    /** The first line everywhere; it hides nothing. */
    public String headline() {
        return decision + ": " + new Tally(this);
    }

    public int exitCode() {
        return decision.exitCode();
    }

    /** How many items have the status. */
    public int count(Status status) {
        return (int) items.stream().filter(item -> item.status() == status).count();
    }

    private static Decision decide(List<JudgedItem> items, String interrupted, List<String> faults) {
        boolean judgedNothing = items.stream().allMatch(item -> item.status() == NOT_APPLICABLE);
        if (any(items, FAILED) || any(items, UNPROVEN) || judgedNothing || !faults.isEmpty()) {
            return Decision.NO_GO;
        }
        if (any(items, INCONCLUSIVE) || any(items, LEFT_OUT) || !interrupted.isEmpty()) {
            return Decision.INCONCLUSIVE;
        }
        return any(items, WAIVED) ? Decision.GO_WITH_WAIVERS : Decision.GO;
    }

    private static boolean any(List<JudgedItem> items, Status status) {
        return items.stream().anyMatch(item -> item.status() == status);
    }

    /** The plan says what must be shown: an item that the run forgot is unproven. */
    private static ItemResult result(ItemPlan plan, RunResult run) {
        return run.items().stream()
                .filter(result -> result.plan().item().id().equals(plan.item().id()))
                .findFirst()
                .orElseGet(() -> new ItemResult(
                        plan, UNPROVEN, List.of("the run says nothing about it: a fault of the harness"), List.of()));
    }
}
