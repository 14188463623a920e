package io.cutovergate.reports.page;

import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.document.JudgedItemDocument;
import io.cutovergate.reports.document.VerdictDocument;
import io.cutovergate.reports.verdict.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The verdict for the summary page of a CI job. */
public final class MarkdownSummary {

    private static final List<Status> PROVEN = List.of(Status.PROVEN, Status.SIGNED);

    private MarkdownSummary() {}

    /** What the template reads. */
    private record View(
            String headline,
            String about,
            String declarations,
            List<String> alerts,
            List<Row> open,
            List<Row> proven) {}

    /** A row of a table. */
    private record Row(String status, String id, String title, String text) {}

    public static String render(VerdictDocument document) {
        return Templates.markdown("summary.md")
                .execute(new View(
                        document.headline(),
                        document.application() + ", gate " + document.gate() + ", environment "
                                + document.environment() + ", " + Times.day(document.started()) + " "
                                + Times.span(document.started(), document.finished()),
                        document.declarations().summary(),
                        Alerts.of(document),
                        document.items().stream()
                                .filter(item -> !PROVEN.contains(item.status()))
                                .sorted(Comparator.comparing(item -> Tally.ORDER.indexOf(item.status())))
                                .map(MarkdownSummary::row)
                                .toList(),
                        document.items().stream()
                                .filter(item -> PROVEN.contains(item.status()))
                                .map(MarkdownSummary::row)
                                .toList()));
    }

    private static Row row(JudgedItemDocument item) {
        return new Row(
                item.status().toString(),
                item.id(),
                item.title(),
                ItemView.sentences(item).stream().collect(Collectors.joining("\n")));
    }
}
