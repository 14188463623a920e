package io.cutovergate.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.document.Program;
import io.cutovergate.reports.document.VerdictDocuments;
import io.cutovergate.reports.statement.Statements;
import io.cutovergate.reports.verdict.Verdict;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlTest {

    @TempDir
    private Path folder;

    private Migration migration;

    @BeforeEach
    void readFiles() {
        migration = Fixture.migration(folder);
    }

    @Test
    void hasASuiteForEachItemAndACaseForEachObligation() throws Exception {
        Document xml = xml(Verdict.of(
                SampleRun.of(migration, folder.resolve("seen")), SampleRun.statements(migration), Fixture.CLOCK));

        assertThat(elements(xml.getElementsByTagName("testsuite")))
                .extracting(suite -> suite.getAttribute("name") + " " + suite.getAttribute("tests") + " "
                        + suite.getAttribute("failures") + " " + suite.getAttribute("skipped"))
                .containsExactly(
                        "services-deployed 2 1 0",
                        "migrations-applied 1 0 0",
                        "api-responds 1 1 0",
                        "background-jobs-execute 1 1 0",
                        "ssl-certificates-valid 2 1 0",
                        "frontend-renders 1 0 0",
                        "infrastructure-matches 1 1 0",
                        "same-build-deployed 1 0 0",
                        "data-integrity 1 0 0",
                        "performance-under-load 1 1 0",
                        "monitoring-and-logging 1 0 1",
                        "team-walkthrough-done 1 0 0",
                        "cache-ready 1 0 1",
                        "object-integrity 1 0 1");
    }

    @Test
    void takesUnprovenForAFailureWithItsCause() throws Exception {
        Document xml = xml(verdict("", List.of(), Status.UNPROVEN, "nobody answered <&> \u0007 \ud83d\ude00"));

        Element failure = elements(xml.getElementsByTagName("failure")).get(0);
        assertThat(failure.getAttribute("type")).isEqualTo("unproven");
        assertThat(failure.getAttribute("message")).isEqualTo("nobody answered <&> \ufffd \ud83d\ude00");
    }

    @Test
    void tellsWhatBelongsToNoItem() throws Exception {
        Document xml = xml(verdict("Ctrl-C", List.of("close failed"), Status.PROVEN, ""));

        assertThat(elements(xml.getElementsByTagName("failure")))
                .extracting(failure -> failure.getAttribute("message"))
                .containsExactly("close failed", "Ctrl-C");
    }

    private Verdict verdict(String interrupted, List<String> faults, Status status, String cause) {
        return Verdict.of(
                Fixture.run(migration, interrupted, faults, Fixture.item("cache-ready", status, cause)),
                Statements.NONE,
                Fixture.CLOCK);
    }

    private static Document xml(Verdict verdict) throws Exception {
        String text = JunitXml.render(
                VerdictDocuments.of(verdict, new Program("0", "0"), "salt", attachment -> "evidence/it"));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
