package io.cutovergate.reports.page;

import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.document.JudgedItemDocument.ClaimDocument;
import io.cutovergate.reports.document.ObligationDocument;
import io.cutovergate.reports.document.ObligationDocument.SampleDocument;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A claim as the page shows it: its sentence, and what was seen of each subject. */
record ClaimView(String id, String text, List<ObligationView> obligations) {

    static ClaimView of(ClaimDocument claim, Thumbnails thumbnails) {
        return new ClaimView(
                claim.id(),
                claim.text(),
                claim.obligations().stream()
                        .map(obligation -> ObligationView.of(obligation, thumbnails))
                        .toList());
    }

    /** Pictures of what was seen where the claim is not proven. */
    Stream<AttachmentView> picturesOfOpen() {
        return obligations.stream()
                .filter(obligation -> !obligation.status().equals(Status.PROVEN.toString()))
                .flatMap(obligation -> obligation.attachments().stream())
                .filter(attachment -> attachment.thumbnail() != null);
    }

    /** A claim asked of one subject. */
    record ObligationView(
            String subject,
            String status,
            String tone,
            String took,
            String cause,
            List<SampleView> samples,
            List<String> notes,
            List<AttachmentView> attachments) {

        static ObligationView of(ObligationDocument obligation, Thumbnails thumbnails) {
            return new ObligationView(
                    obligation.subject(),
                    obligation.status().toString(),
                    PageView.tone(obligation.status()),
                    Objects.requireNonNullElse(obligation.took(), ""),
                    // a broken rule says the same as its figure
                    obligation.status() == Status.FAILED ? "" : Objects.requireNonNullElse(obligation.cause(), ""),
                    obligation.samples().stream()
                            .map(sample -> SampleView.of(sample, obligation.subject()))
                            .toList(),
                    obligation.notes(),
                    obligation.attachments().stream()
                            .map(seen -> new AttachmentView(seen.name(), seen.file(), thumbnails.of(seen)))
                            .toList());
        }
    }

    /**
     * A figure beside its rule.
     *
     * @param of what was measured, where it is not the subject that stands above it
     */
    record SampleView(String name, String of, String value, String rule, String key, boolean held, String detail) {

        static SampleView of(SampleDocument sample, String above) {
            return new SampleView(
                    sample.name(),
                    sample.subject().equals(above) ? "" : sample.subject(),
                    sample.value(),
                    sample.rule(),
                    sample.key(),
                    sample.held(),
                    Objects.requireNonNullElse(sample.detail(), ""));
        }
    }

    /** Something that was seen; a small picture of it where it is one. */
    record AttachmentView(
            String name, String file, @Nullable String thumbnail) {}
}
