package io.cutovergate.reports.document;

import io.cutovergate.harness.run.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim asked of one subject, and what was seen.
 *
 * @param subject with the side it stands on
 * @param blockedBy obligations without which it was not asked
 * @param started {@code null} if its check never began
 * @param took as the files write durations
 */
public record ObligationDocument(
        String subject,
        String side,
        String route,
        Status status,
        @Nullable String cause,
        List<Blocker> blockedBy,
        @Nullable Instant started,
        @Nullable String took,
        List<SampleDocument> samples,
        List<String> notes,
        List<AttachmentDocument> attachments) {

    /** The obligation that tells the cause. */
    public record Blocker(String item, String claim, String subject) {}

    /** A figure beside its rule. */
    public record SampleDocument(
            String name,
            String subject,
            String value,
            String rule,
            String key,
            boolean held,
            @Nullable String detail) {}

    /**
     * Something that was seen.
     *
     * @param file its path within the report's folder
     */
    public record AttachmentDocument(String name, String type, String file, String sha256) {}
}
