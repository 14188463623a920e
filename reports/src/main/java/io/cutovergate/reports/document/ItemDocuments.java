package io.cutovergate.reports.document;

import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.harness.yaml.Secrets;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.reports.document.JudgedItemDocument.ClaimDocument;
import io.cutovergate.reports.document.JudgedItemDocument.Signed;
import io.cutovergate.reports.document.ObligationDocument.AttachmentDocument;
import io.cutovergate.reports.document.ObligationDocument.Blocker;
import io.cutovergate.reports.document.ObligationDocument.SampleDocument;
import io.cutovergate.reports.statement.SignOff;
import io.cutovergate.reports.statement.Waiver;
import io.cutovergate.reports.verdict.JudgedItem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a judged item into its part of the document. */
record ItemDocuments(Secrets secrets, Function<Attachment, String> files) {

    JudgedItemDocument of(JudgedItem judged) {
        return new JudgedItemDocument(
                judged.item().id(),
                judged.item().title(),
                judged.item().proof(),
                judged.status(),
                judged.causes(),
                signed(judged.signOff()),
                waiver(judged.waiver()),
                judged.status() == Status.NOT_APPLICABLE
                        ? judged.result().plan().notApplicable()
                        : null,
                judged.result().plan().exempted(),
                claims(judged.result().obligations()));
    }

    private static @Nullable Signed signed(@Nullable SignOff signOff) {
        return signOff == null
                ? null
                : new Signed(
                        signOff.by(),
                        signOff.on(),
                        signOff.until(),
                        signOff.statement(),
                        new TreeMap<>(signOff.release()));
    }

    private static @Nullable Exemption waiver(@Nullable Waiver waiver) {
        return waiver == null ? null : new Exemption(waiver.why(), waiver.owner(), waiver.until());
    }

    private List<ClaimDocument> claims(List<ObligationResult> results) {
        Map<Claim, List<ObligationResult>> byClaim = results.stream()
                .collect(Collectors.groupingBy(
                        result -> result.obligation().claim(), LinkedHashMap::new, Collectors.toList()));
        return byClaim.entrySet().stream()
                .map(entry -> claim(entry.getKey(), entry.getValue()))
                .toList();
    }

    private ClaimDocument claim(Claim claim, List<ObligationResult> results) {
        return new ClaimDocument(
                claim.id(),
                claim.text(),
                claim.suite().id(),
                claim.checkClass() + "#" + claim.method(),
                results.stream().map(this::obligation).toList());
    }

    private ObligationDocument obligation(ObligationResult result) {
        Instant started = result.started();
        Subject subject = result.obligation().subject();
        return new ObligationDocument(
                secrets.mask(subject.id()),
                subject.vantage().side().toString(),
                subject.vantage().route().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                result.status(),
                result.cause().isEmpty() ? null : secrets.mask(result.cause()),
                result.blockedBy().stream().map(this::blocker).toList(),
                started == null ? null : started.truncatedTo(ChronoUnit.MILLIS),
                started == null ? null : Units.print(result.took().truncatedTo(ChronoUnit.MILLIS)),
                result.recorded().samples().stream().map(this::sample).toList(),
                result.recorded().notes(),
                result.recorded().attachments().stream().map(this::attachment).toList());
    }

    private Blocker blocker(Obligation obligation) {
        return new Blocker(
                obligation.claim().item(),
                obligation.claim().id(),
                secrets.mask(obligation.subject().id()));
    }

    private SampleDocument sample(Sample sample) {
        return new SampleDocument(
                sample.name(),
                secrets.mask(sample.subject()),
                sample.value(),
                sample.rule(),
                sample.key(),
                sample.held(),
                sample.detail().isEmpty() ? null : sample.detail());
    }

    private AttachmentDocument attachment(Attachment attachment) {
        return new AttachmentDocument(
                attachment.name(), attachment.type(), files.apply(attachment), attachment.sha256());
    }
}
