package io.cutovergate.reports.page;

import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.document.VerdictDocument;
import io.cutovergate.reports.document.VerdictDocument.Declared;
import io.cutovergate.reports.document.VerdictDocument.Previous;
import io.cutovergate.reports.verdict.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the page's template reads.
 *
 * @param tone class of the colours
 * @param rest the headline without its decision
 */
record PageView(
        VerdictDocument document,
        String styles,
        String tone,
        String rest,
        List<Count> counts,
        String sides,
        List<Map.Entry<String, String>> release,
        String day,
        String span,
        List<String> alerts,
        List<SectionView> sections,
        boolean isDeclared,
        List<Declared> live,
        List<Declared> excluded,
        List<Declared> notRehearsed,
        List<String> exempted,
        List<Previous> previous) {

    /** How many items have a status, for the bar and the links below it. */
    record Count(int count, String status, String tone, String section) {}

    static PageView of(VerdictDocument document, Thumbnails thumbnails) {
        List<SectionView> sections = SectionView.all(document, thumbnails);
        return new PageView(
                document,
                Templates.text("report.css"),
                tone(document.decision()),
                document.headline().substring(document.decision().length() + 2),
                counts(document),
                String.join(" to ", document.sides().values()),
                List.copyOf(document.release().entrySet()),
                Times.day(document.started()),
                Times.span(document.started(), document.finished()),
                Alerts.of(document),
                sections,
                !document.declarations().live().isEmpty()
                        || !document.declarations().excluded().isEmpty()
                        || !document.declarations().notRehearsed().isEmpty()
                        || !document.declarations().claims().isEmpty(),
                document.declarations().live(),
                document.declarations().excluded(),
                document.declarations().notRehearsed(),
                document.declarations().claims(),
                document.previous());
    }

    /** A class of the style sheet: {@code not-applicable}. */
    static String tone(Object words) {
        return words.toString().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static List<Count> counts(VerdictDocument document) {
        return Tally.ORDER.stream()
                .map(status -> count(status, document))
                .filter(count -> count.count() > 0)
                .toList();
    }

    private static Count count(Status status, VerdictDocument document) {
        int count = document.counts().getOrDefault(status.toString(), 0);
        return new Count(count, status.toString(), tone(status), SectionView.idOf(status));
    }
}
