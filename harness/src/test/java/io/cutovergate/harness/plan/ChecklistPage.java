package io.cutovergate.harness.plan;

import io.cutovergate.harness.Gate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes in Markdown what the checklist asks and what the register can prove of it today. */
record ChecklistPage(List<ChecklistItem> items, Map<String, List<Claim>> claims) {

    private static final String INTRODUCTION = """
            # The checklist

            Generated from `Checklist.java` and the register of claims; the state is that of this commit.

            An item is proven when every obligation of it held: each of its claims, asked of each of its subjects. What has no
            claims yet is unproven at its gates, by name. `gate plan GATE --env FILE` prints the obligations that your files give.

            """;

    static ChecklistPage ours() {
        return new ChecklistPage(
                ChecklistItem.ours(), ClaimRegister.ours().stream().collect(Collectors.groupingBy(Claim::item)));
    }

    /** The whole page. */
    String page() {
        String rows = items.stream()
                .map(item -> row(
                        "`" + item.id() + "`",
                        gates(item),
                        item.suite().id(),
                        item.proof(),
                        state(item) + (item.waivable() ? "" : "; never waived")))
                .collect(Collectors.joining());
        String sections = items.stream()
                .filter(item -> claims.containsKey(item.id()))
                .map(this::section)
                .collect(Collectors.joining());
        return INTRODUCTION
                + row("item", "gates", "suite", "proven by", "state")
                + "|---|---|---|---|---|\n"
                + rows
                + "\n## Claims\n"
                + sections;
    }

    /** For a reader who wants to know in three lines what he gets. */
    String summary() {
        return "| | items |\n|---|---|\n"
                + row(
                        "proven by checks",
                        names(items.stream().filter(this::isProvable).toList()))
                + row(
                        "stated by a person",
                        names(items.stream().filter(ChecklistItem::signOff).toList()))
                + row(
                        "not built yet: unproven, by name",
                        names(items.stream()
                                .filter(item -> !item.signOff() && !isProvable(item))
                                .toList()));
    }

    private boolean isProvable(ChecklistItem item) {
        return item.composedOf().isEmpty()
                ? claims.containsKey(item.id())
                : claims.keySet().containsAll(item.composedOf());
    }

    private String state(ChecklistItem item) {
        if (item.signOff()) {
            return "sign-off";
        }
        if (!item.composedOf().isEmpty()) {
            return "composed of "
                    + names(item.composedOf().stream().map(this::item).toList())
                    + (isProvable(item) ? "" : "; not all of them built");
        }
        int count = claims.getOrDefault(item.id(), List.of()).size();
        return count == 0 ? "not built" : count == 1 ? "1 claim" : count + " claims";
    }

    private ChecklistItem item(String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    private String section(ChecklistItem item) {
        return "\n### " + item.id() + "\n\n"
                + claims.getOrDefault(item.id(), List.of()).stream()
                        .map(claim -> "- " + claim.text() + " (`" + claim.id() + "`, " + claim.suite() + ")\n")
                        .collect(Collectors.joining());
    }

    private static String names(List<ChecklistItem> items) {
        return items.stream().map(item -> "`" + item.id() + "`").collect(Collectors.joining(", "));
    }

    private static String gates(ChecklistItem item) {
        return item.gates().stream().map(Gate::id).collect(Collectors.joining(", "));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }
}
