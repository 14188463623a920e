package io.cutovergate.reports.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code verdict.json}: everything that a verdict says, in the order in which it is written. All other reports are
 * drawn from it, so that none of them says something else. Described by {@code docs/schema/verdict.schema.json}.
 *
 * @param format of this document; a reader refuses one that it does not know
 * @param program version of what judged
 * @param checklist SHA-256 of the checklist that was judged by
 * @param sides names of the clouds by side
 * @param counts of items by status, with all statuses
 * @param configuration what was judged by
 */
public record VerdictDocument(
        int format,
        String decision,
        String headline,
        String application,
        String environment,
        String gate,
        Map<String, String> release,
        Map<String, String> sides,
        Instant started,
        Instant finished,
        @Nullable String interrupted,
        List<String> faults,
        List<String> notes,
        Map<String, Integer> counts,
        Declarations declarations,
        List<JudgedItemDocument> items,
        List<Previous> previous,
        String program,
        String checklist,
        Configuration configuration) {

    /**
     * What the files said, defaults filled in, secrets as salted hashes: see {@link
     * io.cutovergate.harness.yaml.ResolvedJson}.
     *
     * @param salt of the hashes
     */
    public record Configuration(String salt, JsonNode environment, JsonNode application) {}

    /**
     * What the files keep out of the comparison or of the gate, with who answers for it.
     *
     * @param notRehearsed steps of the rollback
     */
    public record Declarations(
            String summary,
            List<Declared> live,
            List<Declared> excluded,
            List<Declared> notRehearsed,
            List<String> claims) {}

    /**
     * @param what a table, with its database where it has one, or a step
     * @param until the last day; {@code null} for what has none
     */
    public record Declared(
            String what, String why, String owner, @Nullable LocalDate until) {}

    /**
     * An earlier verdict that the environment file names.
     *
     * @param sha256 of its file; {@code null} where it cannot be read
     */
    public record Previous(
            String gate, String file, @Nullable String sha256) {}
}
