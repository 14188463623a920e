package io.cutovergate.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.Fixture;
import io.cutovergate.reports.document.Program;
import io.cutovergate.reports.document.VerdictDocument;
import io.cutovergate.reports.document.VerdictDocuments;
import io.cutovergate.reports.statement.Statements;
import io.cutovergate.reports.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    @TempDir
    private Path folder;

    private Migration migration;

    @BeforeEach
    void readFiles() {
        migration = Fixture.migration(folder);
    }

    private VerdictDocument document(String interrupted, String cause) {
        Verdict verdict = Verdict.of(
                Fixture.run(
                        migration,
                        interrupted,
                        List.of(),
                        Fixture.item("services-deployed", Status.PROVEN),
                        Fixture.item("cache-ready", Status.UNPROVEN, cause)),
                Statements.NONE,
                Fixture.CLOCK);
        return VerdictDocuments.of(verdict, new Program("0.1.0", "c0ffee"), "salt", attachment -> "evidence/it");
    }

    @Test
    void showsWhatStandsInTheWayFirst() {
        String html = HtmlReport.render(document("", "silent"), folder);

        assertThat(html)
                .containsSubsequence(
                        "<title>NO-GO: shop",
                        "<span class=\"decision\">NO-GO</span>",
                        "1 unproven, 1 proven",
                        "2 live tables, 1 excluded table",
                        "What stands in the way",
                        "The cache is ready",
                        "backend at target: silent",
                        "Proven and signed",
                        "Services are deployed",
                        "Moves by itself: public.sessions of main",
                        "Cutover Gate 0.1.0");
    }

    @Test
    void loadsNothingAndRunsNothing() {
        assertThat(HtmlReport.render(document("", "silent"), folder))
                .contains("default-src 'none'")
                .doesNotContainIgnoringCase("<script")
                .doesNotContainPattern("(?i)(src|href)=\"?https?:")
                .doesNotContain("<link", "@import", "url(");
    }

    @Test
    void takesNoMarkupFromWhatWasSeen() {
        assertThat(HtmlReport.render(document("<b>", "<script>alert('1')</script>"), folder))
                .contains("&lt;script&gt;", "interrupted: &lt;b&gt;")
                .doesNotContain("<script", ": <b>");
    }

    @Test
    void summarisesForACiJob() {
        assertThat(MarkdownSummary.render(document("Ctrl-C", "a | b\n![x](http://y) <img>")))
                .startsWith("""
                        # NO-GO: 1 unproven, 1 proven, the run was interrupted

                        shop, gate staging, environment staging, 22 November 2026 18:30:00 to 18:33:02 UTC (3m 2s)

                        **The run was interrupted: Ctrl-C**

                        Not compared, because the files declare it so: 2 live tables, 1 excluded table

                        | status | item | why |
                        |---|---|---|
                        | **unproven** | The cache is ready (cache-ready) | backend at target: a \\| b<br>!\\[x\\](http://y) &lt;img&gt; |
                        """);
    }
}
