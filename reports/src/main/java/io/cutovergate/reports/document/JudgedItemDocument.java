package io.cutovergate.reports.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.run.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item of the checklist and what became of it.
 *
 * @param causes why it is not proven, the worst first
 * @param waiver the exception that was used
 * @param exempted claims of it that are declared not applicable, with why
 */
public record JudgedItemDocument(
        String id,
        String title,
        String proof,
        Status status,
        List<String> causes,
        @Nullable Signed signed,
        @Nullable Exemption waiver,
        @Nullable Exemption notApplicable,
        List<String> exempted,
        List<ClaimDocument> claims) {

    /** Whose statement signs it. */
    public record Signed(
            String by, LocalDate on, @Nullable LocalDate until, String statement, Map<String, String> release) {}

    @JsonIgnore
    public Stream<ObligationDocument> obligations() {
        return claims.stream().flatMap(claim -> claim.obligations().stream());
    }

    /**
     * A claim of the item.
     *
     * @param check class and method that ask it
     */
    public record ClaimDocument(
            String id, String text, String suite, String check, List<ObligationDocument> obligations) {}
}
