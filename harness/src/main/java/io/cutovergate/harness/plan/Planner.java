package io.cutovergate.harness.plan;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.subject.Each;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.harness.subject.SubjectSource;
import io.cutovergate.harness.subject.WholeSystem;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Fixes what a gate must show, from the checklist, the claims and the files.
 *
 * @param items ours and the users'
 * @param claims ours and the users'
 * @param classes where the annotations of users' claims are loaded from
 * @param unbuilt ids of our items that no claim of ours proves yet; what a jar claims of them does not prove them either
 */
public record Planner(List<ChecklistItem> items, List<Claim> claims, ClassLoader classes, Set<String> unbuilt) {

    /** Where every item has the claims that prove it. */
    public Planner(List<ChecklistItem> items, List<Claim> claims, ClassLoader classes) {
        this(items, claims, classes, Set.of());
    }

    /** The plan of a gate. Items without a gate of ours are in every plan, as gaps. */
    public Plan plan(Gate gate, Migration migration, Narrowing narrowing) {
        return new Plan(
                gate,
                migration,
                items.stream()
                        .filter(item -> item.gates().contains(gate)
                                || !item.strangeTags().isEmpty())
                        .map(item -> plan(item, gate, migration, narrowing))
                        .toList());
    }

    private ItemPlan plan(ChecklistItem item, Gate gate, Migration migration, Narrowing narrowing) {
        List<Obligation> obligations = new ArrayList<>();
        List<String> gaps = new ArrayList<>();
        List<String> exempted = new ArrayList<>();
        for (String tag : item.strangeTags()) {
            gaps.add("its tag '" + tag + "' is no gate; the gates are " + Gate.ids());
        }
        Vantage vantage = item.at().at(gate);
        for (Claim claim : claimsOf(item, gaps)) {
            if (claim.each() != null && !source(claim.each()).asked(gate, migration, vantage)) {
                continue;
            }
            Exemption exemption = migration.environment().notApplicable().get(claim.id());
            if (exemption != null) {
                exempted.add(claim.id() + ": " + exemption.why() + " (" + exemption.owner() + ", until "
                        + exemption.until() + ")");
                continue;
            }
            List<? extends Subject> subjects = subjects(claim, migration, vantage, gaps);
            subjects.forEach(subject -> obligations.add(new Obligation(claim, subject)));
        }
        if (unbuilt.contains(item.id())) {
            gaps.add("no check of it is built yet" + (obligations.isEmpty() ? "" : " but those of a jar"));
        } else if (obligations.isEmpty() && gaps.isEmpty() && !item.signOff()) {
            gaps.add(
                    exempted.isEmpty()
                            ? "no check of it is built yet"
                            : "every claim of it is declared not applicable");
        }
        return new ItemPlan(
                item,
                List.copyOf(obligations),
                item.signOff() ? List.of() : List.copyOf(gaps),
                migration.environment().notApplicable().get(item.id()),
                List.copyOf(exempted),
                narrowing.leavesOut(item));
    }

    private List<Claim> claimsOf(ChecklistItem item, List<String> gaps) {
        List<Claim> own =
                claims.stream().filter(claim -> claim.item().equals(item.id())).toList();
        if (item.composedOf().isEmpty()) {
            return own;
        }
        Map<String, List<Claim>> parts = claims.stream().collect(Collectors.groupingBy(Claim::item));
        List<Claim> all = new ArrayList<>(own);
        for (String part : item.composedOf()) {
            List<Claim> ofPart = parts.getOrDefault(part, List.of());
            if (ofPart.isEmpty() || unbuilt.contains(part)) {
                gaps.add("no check of its part " + part + " is built yet");
            }
            all.addAll(ofPart);
        }
        return all;
    }

    private List<? extends Subject> subjects(Claim claim, Migration migration, Vantage vantage, List<String> gaps) {
        if (claim.each() == null) {
            return List.of(new WholeSystem(vantage));
        }
        SubjectSource<?> source = source(claim.each());
        List<? extends Subject> subjects = source.subjects(migration, vantage);
        if (subjects.isEmpty()) {
            gaps.add("nothing to ask '" + claim.text() + "' of: " + source.configuredBy()
                    + " is not configured; if the system has none, declare " + claim.id() + " under not-applicable");
        }
        Map<String, ? extends Subject> byId =
                subjects.stream().collect(Collectors.toMap(Subject::id, Function.identity(), (one, same) -> one));
        if (byId.size() < subjects.size()) {
            gaps.add("two subjects of '" + claim.text() + "' have the same name; look at " + source.configuredBy());
        }
        return subjects;
    }

    private SubjectSource<?> source(String annotation) {
        try {
            Each each = Class.forName(annotation, true, classes).getAnnotation(Each.class);
            return each.value().getDeclaredConstructor().newInstance();
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            throw new IllegalStateException("@" + annotation + " cannot give its subjects", e);
        }
    }

    /** The subjects that the files give to an item, or to one claim of it. */
    List<String> configured(String itemOrClaim, Plan plan) {
        return claims.stream()
                .filter(claim -> claim.id().equals(itemOrClaim) || claim.item().equals(itemOrClaim))
                .filter(claim -> claim.each() != null)
                .flatMap(claim -> source(claim.each())
                        .subjects(plan.migration(), plan.gate().vantage())
                        .stream())
                .map(Subject::id)
                .distinct()
                .toList();
    }

    /** The item of that id. */
    public @Nullable ChecklistItem item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst().orElse(null);
    }
}
