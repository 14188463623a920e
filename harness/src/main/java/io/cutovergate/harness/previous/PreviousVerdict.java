package io.cutovergate.harness.previous;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.evidence.Unexamined;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verdict of an earlier gate, as its {@code verdict.json} tells it. Whether it is a GO, whole and young enough is for
 * other items to judge ({@code staging-is-go}); here it is a record of what was seen then.
 *
 * <pre>{@code
 * PreviousVerdict staging = PreviousVerdict.of(Gate.STAGING, migration);
 * String then = staging.sample("data-integrity/schema-is-the-same", "digest of tables", "main at source").value();
 * }</pre>
 *
 * @param file where it stands, as messages name it
 * @param decision as it was written: {@code GO}, {@code NO-GO}
 * @param finished when its run ended
 * @param release the digests that it judged, by service
 * @param obligations what it asked, whatever became of it
 */
public record PreviousVerdict(
        Gate gate,
        Path file,
        String environment,
        String decision,
        Instant finished,
        Map<String, String> release,
        List<PreviousObligation> obligations) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    /**
     * Reads the verdict of that gate from where {@code previous} of the environment file says it stands.
     *
     * @throws Unexamined where it is not configured, cannot be read, or is a verdict of another gate or application
     */
    public static PreviousVerdict of(Gate gate, Migration migration) {
        Path file = migration.environment().previous().get(gate.id());
        if (file == null) {
            throw new Unexamined("no verdict of " + gate + " to compare with: " + key(gate) + " is not configured");
        }
        return new VerdictFile(gate, file).read(migration.application().name());
    }

    /** The obligations of one claim, for example {@code data-integrity/schema-is-the-same}. */
    public List<PreviousObligation> of(String claim) {
        return obligations.stream()
                .filter(obligation -> obligation.claim().equals(claim))
                .toList();
    }

    /** A figure that the claim measured or kept then, if it did. */
    public Optional<Sample> find(String claim, String measure, String subject) {
        return of(claim).stream()
                .flatMap(obligation -> obligation.samples().stream())
                .filter(sample ->
                        sample.name().equals(measure) && sample.subject().equals(subject))
                .findFirst();
    }

    /** The same; {@link Unexamined} where the verdict does not tell it. */
    public Sample sample(String claim, String measure, String subject) {
        return find(claim, measure, subject)
                .orElseThrow(() -> new Unexamined(this + " does not tell '" + measure + "' of " + subject
                        + ", which the claim " + claim + " records: it was not asked there, or an older version of this"
                        + " program judged"));
    }

    /** All that was kept in files, each once. */
    public List<Kept> kept() {
        return obligations.stream()
                .flatMap(obligation -> obligation.kept().stream())
                .distinct()
                .toList();
    }

    /** For messages: {@code the staging verdict of 2026-11-20 14:03 UTC (verdicts/staging/verdict.json)}. */
    @Override
    public String toString() {
        return "the " + gate + " verdict of " + MINUTE.format(finished) + " (" + file + ")";
    }

    /** The key that names it, for messages. */
    public String key() {
        return key(gate);
    }

    private static String key(Gate gate) {
        return "previous." + gate.id();
    }
}
