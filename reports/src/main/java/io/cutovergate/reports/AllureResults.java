package io.cutovergate.reports;

import io.cutovergate.harness.yaml.Units;
import io.cutovergate.reports.document.JudgedItemDocument;
import io.cutovergate.reports.document.JudgedItemDocument.ClaimDocument;
import io.cutovergate.reports.document.ObligationDocument;
import io.cutovergate.reports.document.ObligationDocument.AttachmentDocument;
import io.cutovergate.reports.document.ObligationDocument.SampleDocument;
import io.cutovergate.reports.document.VerdictDocument;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The verdict as results for Allure: a test per obligation, a step per figure; epics are gates, features are items. */
final class AllureResults {

    private final VerdictDocument document;
    private final Path report;
    private final FileSystemResultsWriter writer;
    private final Set<String> copied = new HashSet<>();

    private AllureResults(VerdictDocument document, Path report) {
        this.document = document;
        this.report = report;
        this.writer = new FileSystemResultsWriter(report.resolve("allure-results"));
    }

    static void write(VerdictDocument document, Path report) throws IOException {
        AllureResults results = new AllureResults(document, report);
        for (JudgedItemDocument item : document.items()) {
            for (ClaimDocument claim : item.claims()) {
                for (ObligationDocument obligation : claim.obligations()) {
                    results.write(item, claim, obligation);
                }
            }
            if (item.claims().isEmpty()) {
                results.write(item);
            }
        }
    }

    private void write(JudgedItemDocument item, ClaimDocument claim, ObligationDocument obligation) throws IOException {
        TestResult result = result(item, claim.check() + " " + claim.id() + " " + obligation.subject())
                .setName(claim.text() + ": " + obligation.subject())
                .setFullName(claim.check())
                .setStatus(status(obligation.status()))
                .setSteps(obligation.samples().stream().map(AllureResults::step).toList())
                .setAttachments(attachments(obligation))
                .setParameters(List.of(new Parameter().setName("subject").setValue(obligation.subject())));
        if (obligation.cause() != null) {
            result.setStatusDetails(new StatusDetails().setMessage(obligation.cause()));
        }
        if (obligation.started() != null && obligation.took() != null) {
            long started = obligation.started().toEpochMilli();
            result.setStart(started)
                    .setStop(started + Units.duration(obligation.took()).toMillis());
        }
        writer.write(result);
    }

    /** An item that no check was asked for: signed, not applicable, or with nothing built for it. */
    private void write(JudgedItemDocument item) {
        writer.write(result(item, item.id())
                .setName(item.title())
                .setFullName(item.id())
                .setStatus(status(item.status()))
                .setStatusDetails(new StatusDetails().setMessage(String.join("\n", item.causes()))));
    }

    private TestResult result(JudgedItemDocument item, String identity) {
        String history = document.application() + " " + document.environment() + " " + document.gate() + " " + item.id()
                + " " + identity;
        return new TestResult()
                .setUuid(uuid(history))
                .setHistoryId(uuid(history))
                .setStage(Stage.FINISHED)
                .setDescription(item.proof())
                .setStart(document.started().toEpochMilli())
                .setStop(document.finished().toEpochMilli())
                .setLabels(List.of(
                        label("epic", document.gate()),
                        label("feature", item.title()),
                        label("parentSuite", document.gate()),
                        label("suite", item.id())));
    }

    private List<Attachment> attachments(ObligationDocument obligation) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (AttachmentDocument seen : obligation.attachments()) {
            String name = report.resolve(seen.file()).getFileName() + "-attachment" + ending(seen.file());
            if (copied.add(name)) {
                try (InputStream content = Files.newInputStream(report.resolve(seen.file()))) {
                    writer.write(name, content);
                }
            }
            attachments.add(
                    new Attachment().setName(seen.name()).setType(seen.type()).setSource(name));
        }
        return attachments;
    }

    private static StepResult step(SampleDocument sample) {
        return new StepResult()
                .setName(sample.name() + " of " + sample.subject() + ": " + sample.value() + " (" + sample.rule() + ", "
                        + sample.key() + ")")
                .setStage(Stage.FINISHED)
                .setStatus(sample.held() ? Status.PASSED : Status.FAILED);
    }

    /** Allure's words: broken is what went wrong before anything could be measured. */
    private static Status status(io.cutovergate.harness.run.Status status) {
        return switch (status) {
            case FAILED -> Status.FAILED;
            case UNPROVEN, INCONCLUSIVE -> Status.BROKEN;
            case LEFT_OUT, NOT_APPLICABLE, WAIVED -> Status.SKIPPED;
            case SIGNED, PROVEN -> Status.PASSED;
        };
    }

    private static Label label(String name, String value) {
        return new Label().setName(name).setValue(value);
    }

    private static String ending(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot);
    }

    private static String uuid(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
