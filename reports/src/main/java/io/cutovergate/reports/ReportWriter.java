package io.cutovergate.reports;

import io.cutovergate.reports.document.Json;
import io.cutovergate.reports.document.Program;
import io.cutovergate.reports.document.VerdictDocument;
import io.cutovergate.reports.document.VerdictDocuments;
import io.cutovergate.reports.page.HtmlReport;
import io.cutovergate.reports.page.MarkdownSummary;
import io.cutovergate.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Writes the folder of a report: {@code verdict.json}, {@code index.html}, {@code summary.md}, {@code junit.xml},
 * {@code allure-results/} and {@code evidence/}.
 */
public final class ReportWriter {

    private final Program program;
    private final Supplier<String> salt;

    public ReportWriter(Program program) {
        this(program, ReportWriter::newSalt);
    }

    ReportWriter(Program program, Supplier<String> salt) {
        this.program = program;
        this.salt = salt;
    }

    /**
     * Refuses a folder that exists: ask before a run, so that it does not end without its report.
     *
     * @throws FileAlreadyExistsException with a message for the user
     */
    public static void requireFree(Path folder) throws FileAlreadyExistsException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    folder + " exists, and a report is never written over another; name another folder");
        }
    }

    /**
     * Writes the report beside its place under a name that begins with a dot, and renames it when it is complete.
     * Attachments are moved into it. What was written before an error stays under that name.
     *
     * @return the document that the report shows
     * @throws FileAlreadyExistsException where the folder exists
     */
    public VerdictDocument write(Verdict verdict, Path folder) throws IOException {
        requireFree(folder);
        Path place = folder.toAbsolutePath().normalize();
        Path unfinished =
                Files.createDirectories(place.resolveSibling("." + place.getFileName() + ".unfinished-" + newSalt()));
        EvidenceFolder evidence = EvidenceFolder.filled(verdict.run(), unfinished);
        VerdictDocument document = VerdictDocuments.of(verdict, program, salt.get(), evidence::path);
        Files.writeString(unfinished.resolve("verdict.json"), Json.write(document));
        Files.writeString(unfinished.resolve("index.html"), HtmlReport.render(document, unfinished));
        Files.writeString(unfinished.resolve("summary.md"), MarkdownSummary.render(document));
        Files.writeString(unfinished.resolve("junit.xml"), JunitXml.render(document));
        AllureResults.write(document, unfinished);
        requireFree(folder);
        Files.move(unfinished, place);
        return document;
    }

    private static String newSalt() {
        byte[] random = new byte[8];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
