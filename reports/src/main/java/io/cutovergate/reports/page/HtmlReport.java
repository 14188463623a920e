package io.cutovergate.reports.page;

import io.cutovergate.reports.document.VerdictDocument;
import java.nio.file.Path;

/** The page for the person who decides: one file that loads nothing and runs nothing. */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Renders the page.
     *
     * @param report folder that the attachments' paths start from
     */
    public static String render(VerdictDocument document, Path report) {
        return Templates.html("report.html").execute(PageView.of(document, new Thumbnails(report)));
    }
}
