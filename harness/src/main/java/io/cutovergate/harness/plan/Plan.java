package io.cutovergate.harness.plan;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Everything that a gate must show, fixed before anything runs. */
public record Plan(Gate gate, Migration migration, List<ItemPlan> items) {

    /** Each obligation once, also where several items rest on it. */
    public List<Obligation> obligations() {
        return all().distinct().toList();
    }

    /** With those on which several items rest more than once: to tell equal ones apart is most of the work in a large plan. */
    private Stream<Obligation> all() {
        return items.stream()
                .filter(item -> item.notApplicable() == null && item.leftOut() == null)
                .flatMap(item -> item.obligations().stream());
    }

    /** The vital obligations without which this one makes no sense to ask. */
    public List<Obligation> prerequisites(Obligation obligation) {
        List<String> needs = items.stream()
                .filter(plan -> plan.item().id().equals(obligation.claim().item()))
                .flatMap(plan -> plan.item().needs().stream())
                .toList();
        return needs.isEmpty()
                ? List.of()
                : all().filter(other -> other.claim().vital()
                                && needs.contains(other.claim().item()))
                        .filter(other -> sameService(other, obligation))
                        .distinct()
                        .toList();
    }

    /** Whether some items of the gate are not asked. */
    public boolean isNarrowed() {
        return items.stream().anyMatch(item -> item.leftOut() != null);
    }

    /** How many items must be judged before those of the item: 0 for one that waits for nothing. */
    public int wave(Obligation obligation) {
        return prerequisites(obligation).isEmpty() && !comesAfterOthers(obligation) ? 0 : 1;
    }

    private boolean comesAfterOthers(Obligation obligation) {
        List<String> before = items.stream()
                .filter(plan -> plan.item().id().equals(obligation.claim().item()))
                .flatMap(plan -> plan.item().after().stream())
                .toList();
        return !before.isEmpty()
                && all().anyMatch(other -> before.contains(other.claim().item()));
    }

    private static boolean sameService(Obligation one, Obligation other) {
        if (!one.subject().vantage().equals(other.subject().vantage())) {
            return false;
        }
        return Stream.of(one, other).map(o -> o.subject().service()).anyMatch(Objects::isNull)
                || Objects.equals(one.subject().service(), other.subject().service());
    }
}
