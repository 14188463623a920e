package io.cutovergate.reports;

import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.run.Style;
import io.cutovergate.reports.verdict.Decision;
import io.cutovergate.reports.verdict.JudgedItem;
import io.cutovergate.reports.verdict.Tally;
import io.cutovergate.reports.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the terminal shows at the end: the headline, every item in the way with its causes, and where the report is. */
public final class TerminalSummary {

    private static final List<Status> TOLD =
            List.of(Status.FAILED, Status.UNPROVEN, Status.INCONCLUSIVE, Status.WAIVED);
    private static final String INDENT = " ".repeat(16);

    private TerminalSummary() {}

    /**
     * The lines, without a newline at their ends.
     *
     * @param report the folder of the report; {@code null} where none was written
     */
    public static List<String> lines(Verdict verdict, @Nullable Path report, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.of(weight(verdict.decision()), verdict.headline()));
        for (Status status : TOLD) {
            verdict.items().stream()
                    .filter(item -> item.status() == status)
                    .forEach(item -> lines.addAll(item(item, style)));
        }
        String declarations = new Tally(verdict).declarations();
        if (!declarations.isEmpty()) {
            lines.add("Not compared, by declaration: " + declarations + ".");
        }
        if (!verdict.interrupted().isEmpty()) {
            lines.add("The run was interrupted: " + verdict.interrupted());
        }
        verdict.faults().forEach(fault -> lines.add("The harness itself broke: " + fault));
        verdict.notes().forEach(note -> lines.add("Note: " + note));
        if (report != null) {
            lines.add("Report: " + report.resolve("index.html"));
        }
        return lines;
    }

    private static List<String> item(JudgedItem item, Style style) {
        List<String> lines = new ArrayList<>();
        String word = style.of(item.status(), String.format("%-14s", item.status()));
        lines.add("  " + word + style.bold(item.item().id())
                + style.dim("  " + item.item().title()));
        item.causes().stream()
                .flatMap(String::lines)
                .map(cause -> INDENT + cause)
                .forEach(lines::add);
        if (item.waiver() != null) {
            lines.add(INDENT + "waived until " + item.waiver().until() + ": "
                    + item.waiver().why() + " (" + item.waiver().owner() + ")");
        }
        return lines;
    }

    private static Status weight(Decision decision) {
        return switch (decision) {
            case GO -> Status.PROVEN;
            case GO_WITH_WAIVERS, INCONCLUSIVE -> Status.INCONCLUSIVE;
            case NO_GO -> Status.FAILED;
        };
    }
}
