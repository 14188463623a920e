package io.cutovergate.harness.run;

import io.cutovergate.harness.evidence.Recorded;
import io.cutovergate.harness.evidence.TooFewSamples;
import io.cutovergate.harness.junit.Blocked;
import io.cutovergate.harness.junit.Execution;
import io.cutovergate.harness.junit.Stop;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Holds what ran against what had to run. An obligation is proven only when exactly one check ran for it, JUnit says
 * that the check succeeded, it examined something, and every rule held; everything else has a name here.
 */
final class Reconciliation {

    private final Plan plan;
    private final Map<Obligation, List<Execution>> executions;
    private final Events events;
    private final @Nullable Stop stop;
    private final Map<String, String> missed;
    private final Map<Obligation, ObligationResult> earlier;

    /**
     * @param stop why the run did not go to its end; {@code null} if it did
     * @param missed why items whose moment passed without the run were not judged in it
     * @param earlier what an earlier run proved at its moment
     */
    Reconciliation(
            Plan plan,
            List<Execution> executions,
            Events events,
            @Nullable Stop stop,
            Map<String, String> missed,
            Map<Obligation, ObligationResult> earlier) {
        this.plan = plan;
        this.executions = executions.stream().collect(Collectors.groupingBy(Execution::obligation));
        this.events = events;
        this.stop = stop;
        this.missed = missed;
        this.earlier = earlier;
    }

    List<ItemResult> items() {
        return plan.items().stream().map(this::item).toList();
    }

    /** Whether a check ran to its end for every obligation of the item. */
    boolean isComplete(ItemPlan item) {
        return !item.obligations().isEmpty()
                && item.obligations().stream()
                        .allMatch(obligation -> earlier.containsKey(obligation)
                                || executions.getOrDefault(obligation, List.of()).stream()
                                        .anyMatch(execution -> events.result(execution.uniqueId())
                                                .isPresent()));
    }

    ItemResult item(ItemPlan item) {
        if (item.leftOut() != null) {
            return new ItemResult(item, Status.LEFT_OUT, List.of(item.leftOut()), List.of());
        }
        if (item.notApplicable() != null) {
            return new ItemResult(item, Status.NOT_APPLICABLE, List.of(), List.of());
        }
        List<ObligationResult> obligations =
                item.obligations().stream().map(this::obligation).toList();
        List<String> causes = new ArrayList<>(item.gaps());
        obligations.stream()
                .filter(result -> !result.cause().isEmpty())
                .sorted(Comparator.comparing(ObligationResult::status))
                .map(ObligationResult::cause)
                .distinct()
                .forEach(causes::add);
        return new ItemResult(item, status(item, obligations), List.copyOf(causes), obligations);
    }

    private static Status status(ItemPlan item, List<ObligationResult> obligations) {
        Stream<Status> gaps =
                item.gaps().isEmpty() && !obligations.isEmpty() ? Stream.of(Status.PROVEN) : Stream.of(Status.UNPROVEN);
        return Stream.concat(gaps, obligations.stream().map(ObligationResult::status))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private ObligationResult obligation(Obligation obligation) {
        List<Execution> ran = executions.getOrDefault(obligation, List.of());
        if (ran.isEmpty()) {
            ObligationResult before = earlier.get(obligation);
            return before == null ? neverRan(obligation) : before;
        }
        Execution execution = ran.get(0);
        if (ran.size() > 1) {
            return result(execution, Status.UNPROVEN, "ran " + ran.size() + " times; one run must decide");
        }
        return events.result(execution.uniqueId())
                .map(event -> judged(execution, event))
                .map(result -> isOvertaken(execution, result) ? stopped(obligation) : result)
                .orElseGet(() -> stop == null
                        ? result(execution, Status.UNPROVEN, "began, but JUnit never said that it ended")
                        : stopped(obligation));
    }

    /** What a check could not show while the run was being stopped says nothing about the system. */
    private boolean isOvertaken(Execution execution, ObligationResult result) {
        Instant finished = execution.finished();
        return stop != null
                && result.status() == Status.UNPROVEN
                && (finished == null || !finished.isBefore(stop.at()));
    }

    private ObligationResult stopped(Obligation obligation) {
        Stop reason = Objects.requireNonNull(stop);
        Status status = reason.wanted() ? Status.LEFT_OUT : Status.UNPROVEN;
        return new ObligationResult(
                obligation, status, mask(reason.why()), List.of(), null, Duration.ZERO, Recorded.NOTHING);
    }

    private ObligationResult neverRan(Obligation obligation) {
        if (stop != null) {
            return stopped(obligation);
        }
        String moment = missed.get(obligation.claim().item());
        String cause = moment != null
                ? moment
                : "its check never ran: "
                        + events.trouble(obligation.claim().checkClass())
                                .orElse("JUnit did not reach "
                                        + obligation.claim().checkClass() + "#"
                                        + obligation.claim().method());
        return new ObligationResult(
                obligation, Status.UNPROVEN, mask(cause), List.of(), null, Duration.ZERO, Recorded.NOTHING);
    }

    private ObligationResult judged(Execution execution, TestExecutionResult event) {
        Recorded recorded = execution.recorded();
        Throwable thrown = event.getThrowable().orElse(null);
        if (recorded.samples().stream().anyMatch(sample -> !sample.held()) || thrown instanceof AssertionError) {
            String cause = thrown instanceof AssertionError
                    ? Causes.of(thrown)
                    : recorded.samples().stream()
                            .filter(sample -> !sample.held())
                            .map(sample -> sample.sentence())
                            .findFirst()
                            .orElseThrow();
            return result(execution, Status.FAILED, cause);
        }
        if (thrown instanceof TooFewSamples) {
            return result(execution, Status.INCONCLUSIVE, Causes.of(thrown));
        }
        if (event.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            return result(execution, Status.UNPROVEN, thrown == null ? "aborted without a cause" : Causes.of(thrown));
        }
        return recorded.samples().stream().noneMatch(sample -> sample.isJudged())
                ? result(execution, Status.UNPROVEN, "examined nothing")
                : result(execution, Status.PROVEN, "");
    }

    private ObligationResult result(Execution execution, Status status, String cause) {
        List<Obligation> blockers = events.result(execution.uniqueId())
                .flatMap(TestExecutionResult::getThrowable)
                .map(thrown -> thrown instanceof Blocked blocked ? blocked.by() : List.<Obligation>of())
                .orElse(List.of());
        Instant finished = Objects.requireNonNullElse(execution.finished(), execution.started());
        return new ObligationResult(
                execution.obligation(),
                status,
                mask(cause),
                blockers,
                execution.started(),
                Duration.between(execution.started(), finished),
                execution.recorded());
    }

    private String mask(String text) {
        return plan.migration().secrets().mask(text);
    }
}
