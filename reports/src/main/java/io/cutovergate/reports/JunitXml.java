package io.cutovergate.reports;

import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.reports.document.JudgedItemDocument;
import io.cutovergate.reports.document.JudgedItemDocument.ClaimDocument;
import io.cutovergate.reports.document.ObligationDocument;
import io.cutovergate.reports.document.VerdictDocument;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The verdict as JUnit XML: a suite per item, a case per obligation. What is failed, unproven or inconclusive is a
 * failure; what a person answers for, or was not asked, is skipped with why. An item whose status no obligation explains
 * has a case of its own.
 */
final class JunitXml {

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** One case as the form knows it. */
    private record Case(
            String className,
            String name,
            Status status,
            String message,
            @Nullable String took) {

        boolean isFailure() {
            return status == Status.FAILED || status == Status.UNPROVEN || status == Status.INCONCLUSIVE;
        }

        boolean isSkipped() {
            return status == Status.WAIVED || status == Status.NOT_APPLICABLE || status == Status.LEFT_OUT;
        }
    }

    static String render(VerdictDocument document) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new JunitXml(xml).write(document);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a verdict is always XML", e);
        }
        return text.append('\n').toString();
    }

    private void write(VerdictDocument document) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line("");
        xml.writeStartElement("testsuites");
        attribute("name", document.gate() + " of " + document.application() + " in " + document.environment());
        run(document);
        for (JudgedItemDocument item : document.items()) {
            suite(item.id(), cases(item), document);
        }
        line("");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /** What belongs to no item must not be missing where only this file is looked at. */
    private void run(VerdictDocument document) throws XMLStreamException {
        List<Case> cases = new ArrayList<>();
        for (String fault : document.faults()) {
            cases.add(new Case("run", "the harness is sound", Status.UNPROVEN, fault, null));
        }
        if (document.interrupted() != null) {
            cases.add(new Case("run", "the run went to its end", Status.INCONCLUSIVE, document.interrupted(), null));
        }
        if (!cases.isEmpty()) {
            suite("run", cases, document);
        }
    }

    private static List<Case> cases(JudgedItemDocument item) {
        List<Case> cases = new ArrayList<>();
        for (ClaimDocument claim : item.claims()) {
            for (ObligationDocument obligation : claim.obligations()) {
                cases.add(new Case(
                        claim.id(),
                        claim.text() + ": " + obligation.subject(),
                        excused(item, obligation.status()),
                        message(item, obligation),
                        obligation.took()));
            }
        }
        boolean isExplained = (!cases.isEmpty() && item.status() == Status.WAIVED)
                || item.obligations().anyMatch(obligation -> obligation.status() == item.status());
        if (!isExplained) {
            cases.add(new Case(item.id(), item.title(), item.status(), why(item), null));
        }
        return cases;
    }

    private static Status excused(JudgedItemDocument item, Status status) {
        boolean isExcused = item.status() == Status.WAIVED && status != Status.PROVEN;
        return isExcused ? Status.WAIVED : status;
    }

    private static String message(JudgedItemDocument item, ObligationDocument obligation) {
        String cause = Objects.requireNonNullElse(
                obligation.cause(), obligation.status().toString());
        return item.waiver() == null ? cause : why(item) + ": " + cause;
    }

    private static String why(JudgedItemDocument item) {
        Exemption exception = item.waiver() != null ? item.waiver() : item.notApplicable();
        return exception == null
                ? String.join("\n", item.causes())
                : item.status() + " until " + exception.until() + " (" + exception.why() + "; " + exception.owner()
                        + ")";
    }

    private void suite(String name, List<Case> cases, VerdictDocument document) throws XMLStreamException {
        line("  ");
        xml.writeStartElement("testsuite");
        attribute("name", name);
        attribute("tests", cases.size());
        attribute("failures", cases.stream().filter(Case::isFailure).count());
        attribute("errors", 0);
        attribute("skipped", cases.stream().filter(Case::isSkipped).count());
        attribute("timestamp", document.started());
        for (Case one : cases) {
            testCase(one);
        }
        line("  ");
        xml.writeEndElement();
    }

    private void testCase(Case one) throws XMLStreamException {
        line("    ");
        xml.writeStartElement("testcase");
        attribute("classname", one.className());
        attribute("name", one.name());
        attribute("time", seconds(one.took()));
        if (one.isFailure() || one.isSkipped()) {
            xml.writeEmptyElement(one.isFailure() ? "failure" : "skipped");
            attribute("message", one.message());
            if (one.isFailure()) {
                attribute("type", one.status());
            }
        }
        xml.writeEndElement();
    }

    private void line(String indent) throws XMLStreamException {
        xml.writeCharacters("\n" + indent);
    }

    private void attribute(String name, Object value) throws XMLStreamException {
        xml.writeAttribute(name, legal(String.valueOf(value)));
    }

    /** XML 1.0, section 2.2, knows most control characters in no form. */
    private static String legal(String text) {
        return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }

    private static String seconds(@Nullable String took) {
        long millis = took == null ? 0 : Units.duration(took).toMillis();
        return millis / 1000 + "." + String.format("%03d", millis % 1000);
    }
}
