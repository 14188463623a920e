package io.cutovergate.reports.verdict;

import static io.cutovergate.harness.run.Status.FAILED;
import static io.cutovergate.harness.run.Status.LEFT_OUT;
import static io.cutovergate.harness.run.Status.NOT_APPLICABLE;
import static io.cutovergate.harness.run.Status.PROVEN;
import static io.cutovergate.harness.run.Status.SIGNED;
import static io.cutovergate.harness.run.Status.UNPROVEN;
import static io.cutovergate.harness.run.Status.WAIVED;

import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.statement.Scope;
import io.cutovergate.reports.statement.SignOff;
import io.cutovergate.reports.statement.Statements;
import io.cutovergate.reports.statement.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at what people declared and stated, for one item after the other. */
final class Judge {

    private final Plan plan;
    private final Statements statements;
    private final Scope scope;

    Judge(Plan plan, Statements statements, LocalDate today) {
        this.plan = plan;
        this.statements = statements;
        this.scope = new Scope(
                plan.gate(),
                plan.migration().environment().environment(),
                plan.migration().environment().release(),
                today);
    }

    JudgedItem judge(ItemResult result) {
        ItemPlan item = result.plan();
        List<String> causes = new Causes(result, plan.migration().secrets()).sentences();
        if (item.leftOut() != null) {
            return new JudgedItem(result, LEFT_OUT, causes, null, null);
        }
        if (item.notApplicable() != null) {
            return notApplicable(result, item.notApplicable());
        }
        if (item.item().signOff()) {
            return signed(result, causes);
        }
        List<String> ended = endedExemptions(item);
        return ended.isEmpty()
                ? waived(result, result.status(), causes)
                : waived(result, worse(result.status(), UNPROVEN), concat(causes, ended));
    }

    /** What the reader must know about waivers that were not used. */
    List<String> notes(List<JudgedItem> items) {
        List<String> notes = new ArrayList<>();
        for (Waiver waiver : statements.waivers()) {
            if (!waiver.isFor(scope)) {
                continue;
            }
            if (waiver.until().isBefore(scope.today())) {
                notes.add("the waiver for " + waiver.item() + " (" + waiver.owner() + ") ended on " + waiver.until());
            } else if (items.stream()
                    .anyMatch(item -> item.item().id().equals(waiver.item()) && item.status() == PROVEN)) {
                notes.add("the waiver for " + waiver.item() + " (" + waiver.owner()
                        + ") is not needed: the item is proven");
            }
        }
        return notes;
    }

    private JudgedItem notApplicable(ItemResult result, Exemption exemption) {
        if (!result.plan().item().waivable()) {
            return new JudgedItem(result, UNPROVEN, List.of("it can never be declared not applicable"), null, null);
        }
        if (!exemption.until().isBefore(scope.today())) {
            return new JudgedItem(result, NOT_APPLICABLE, List.of(), null, null);
        }
        String cause = "declared not applicable until " + exemption.until() + ", which is over (" + exemption.why()
                + "; " + exemption.owner() + ")";
        return waived(result, UNPROVEN, List.of(cause));
    }

    private List<String> endedExemptions(ItemPlan item) {
        List<String> ended = new ArrayList<>();
        for (Map.Entry<String, Exemption> declared :
                plan.migration().environment().notApplicable().entrySet()) {
            boolean isOfItem = item.exempted().stream().anyMatch(claim -> claim.startsWith(declared.getKey() + ":"));
            if (isOfItem && declared.getValue().until().isBefore(scope.today())) {
                ended.add("claim " + declared.getKey() + " is declared not applicable until "
                        + declared.getValue().until() + ", which is over");
            }
        }
        return ended;
    }

    /** What checks can show of such an item must hold too; the run cannot know who signed. */
    private JudgedItem signed(ItemResult result, List<String> causes) {
        Status shown = result.obligations().stream()
                .map(ObligationResult::status)
                .min(Comparator.naturalOrder())
                .orElse(PROVEN);
        String id = result.plan().item().id();
        Optional<SignOff> valid = statements.signOff(id, scope);
        if (valid.isPresent()) {
            return shown == PROVEN
                    ? new JudgedItem(result, SIGNED, List.of(), valid.get(), null)
                    : waived(result, shown, causes);
        }
        List<String> unsigned = List.of(statements.whyNotSigned(id, scope));
        return waived(result, worse(shown, UNPROVEN), shown == PROVEN ? unsigned : concat(causes, unsigned));
    }

    private JudgedItem waived(ItemResult result, Status status, List<String> causes) {
        boolean mayBe = result.plan().item().waivable() && (status == FAILED || status == UNPROVEN);
        Optional<Waiver> waiver = mayBe ? statements.waiver(result.plan().item().id(), scope) : Optional.empty();
        return waiver.map(used -> new JudgedItem(result, WAIVED, causes, null, used))
                .orElseGet(() -> new JudgedItem(result, status, causes, null, null));
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Status worse(Status one, Status other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
