package io.cutovergate.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.reports.document.JudgedItemDocument;
import io.cutovergate.reports.document.JudgedItemDocument.ClaimDocument;
import io.cutovergate.reports.document.ObligationDocument;
import io.cutovergate.reports.document.ObligationDocument.AttachmentDocument;
import io.cutovergate.reports.document.ObligationDocument.SampleDocument;
import io.cutovergate.reports.document.VerdictDocument;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The verdict as results for Allure: a test per obligation, a step per figure; epics are gates, features are items. */
final class AllureResults {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule()
                    .addSerializer(Status.class, word(Status.class, Status::value))
                    .addSerializer(Stage.class, word(Stage.class, Stage::value)))
            .build()
            .writerFor(TestResult.class);

    private final VerdictDocument document;
    private final Path report;
    private final Path results;
    private final Set<String> copied = new HashSet<>();

    private AllureResults(VerdictDocument document, Path report) {
        this.document = document;
        this.report = report;
        this.results = report.resolve("allure-results");
    }

    static void write(VerdictDocument document, Path report) throws IOException {
        AllureResults results = new AllureResults(document, report);
        Files.createDirectories(results.results);
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
        write(result);
    }

    /** An item that no check was asked for: signed, not applicable, or with nothing built for it. */
    private void write(JudgedItemDocument item) throws IOException {
        write(result(item, item.id())
                .setName(item.title())
                .setFullName(item.id())
                .setStatus(status(item.status()))
                .setStatusDetails(new StatusDetails().setMessage(String.join("\n", item.causes()))));
    }

    /** Named as Allure looks for them; each is under the identity that its history has. */
    private void write(TestResult result) throws IOException {
        Files.write(results.resolve(result.getUuid() + "-result.json"), JSON.writeValueAsBytes(result));
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
                Files.copy(report.resolve(seen.file()), results.resolve(name));
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

    /** Allure's files hold the word of a constant, not its name. */
    private static <T> StdSerializer<T> word(Class<T> type, Function<T, String> word) {
        return new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(word.apply(value));
            }
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
