package io.cutovergate.harness.run;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.evidence.Recorded;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.evidence.Sha256;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.yaml.ResolvedJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was proven at its moment, kept for a run that goes on after the one that judged it was killed: a line of JSON for each
 * obligation, forced to the disk, and beside it what its check saw. What was judged by other files is not taken over.
 */
public final class KeptResults {

    private static final String LINES = "proven.jsonl";
    private static final String SEEN = "proven";
    /** Components of records, and nothing that they only say of themselves. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    private final Path folder;
    private final Migration migration;

    /** @param folder where they are kept; it exists */
    public KeptResults(Path folder, Migration migration) {
        this.folder = folder;
        this.migration = migration;
    }

    /** Keeps the proven obligations of these items, and returns when they are on the disk. */
    public void keep(List<ItemResult> items) throws IOException {
        Basis basis = basis(UUID.randomUUID().toString());
        StringBuilder lines = new StringBuilder();
        for (ItemResult item : items) {
            for (ObligationResult result : item.obligations()) {
                if (result.status() == Status.PROVEN) {
                    lines.append(JSON.writeValueAsString(line(basis, result))).append('\n');
                }
            }
        }
        write(folder.resolve(LINES), lines.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    /** Returns when it is on the disk. */
    private static void write(Path file, byte[] content, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * Reads what was kept of a plan's obligations; none where the files say something else now.
     *
     * @param evidence folder that what was seen is copied to
     */
    public Map<Obligation, ObligationResult> of(Plan plan, Path evidence) throws IOException {
        Map<Obligation, ObligationResult> found = new HashMap<>();
        if (!Files.exists(folder.resolve(LINES))) {
            return found;
        }
        Map<Obligation.Key, Obligation> planned = plan.items().stream()
                .flatMap(item -> item.obligations().stream())
                .distinct()
                .collect(Collectors.toMap(Obligation::key, Function.identity()));
        String text = Files.readString(folder.resolve(LINES));
        // A last line without its end was cut off: what it told was never relied on.
        for (String json : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            Line line = JSON.readValue(json, Line.class);
            Obligation obligation = planned.get(line.key());
            if (obligation != null && line.basis().equals(basis(line.basis().salt()))) {
                found.put(obligation, result(line, obligation, evidence));
            }
        }
        return found;
    }

    private Line line(Basis basis, ObligationResult result) throws IOException {
        List<Seen> seen = new ArrayList<>();
        Files.createDirectories(folder.resolve(SEEN));
        for (Attachment attachment : result.recorded().attachments()) {
            String name = attachment.sha256() + "-" + attachment.file().getFileName();
            write(
                    folder.resolve(SEEN).resolve(name),
                    Files.readAllBytes(attachment.file()),
                    StandardOpenOption.TRUNCATE_EXISTING);
            seen.add(new Seen(attachment.name(), attachment.type(), name, attachment.sha256()));
        }
        Recorded recorded = result.recorded();
        return new Line(
                basis,
                result.obligation().key(),
                Objects.requireNonNull(result.started(), "what is proven was begun")
                        .toString(),
                result.took().toString(),
                recorded.samples(),
                seen,
                recorded.notes(),
                recorded.headlines());
    }

    private ObligationResult result(Line line, Obligation obligation, Path evidence) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (Seen seen : line.seen()) {
            byte[] content = Files.readAllBytes(folder.resolve(SEEN).resolve(seen.file()));
            if (!Sha256.of(content).equals(seen.sha256())) {
                throw new IOException(
                        folder.resolve(SEEN).resolve(seen.file()) + " is not what was kept: its digest is another");
            }
            Files.createDirectories(evidence);
            Path file = Files.write(evidence.resolve(seen.file()), content);
            attachments.add(new Attachment(seen.name(), seen.type(), file, seen.sha256()));
        }
        return new ObligationResult(
                obligation,
                Status.PROVEN,
                "",
                List.of(),
                Instant.parse(line.started()),
                Duration.parse(line.took()),
                new Recorded(line.samples(), List.copyOf(attachments), line.notes(), line.headlines()));
    }

    /** Of all that the files say: what was proven by other limits, or of another system, proves nothing now. */
    private Basis basis(String salt) {
        Path beside = Objects.requireNonNullElse(migration.file().getParent(), Path.of(""));
        String resolved = ResolvedJson.of(migration.environment(), beside, migration.secrets(), salt)
                + ResolvedJson.of(migration.application(), beside, migration.secrets(), salt);
        return new Basis(salt, Sha256.of(resolved));
    }

    private record Line(
            Basis basis,
            Obligation.Key key,
            String started,
            String took,
            List<Sample> samples,
            List<Seen> seen,
            List<String> notes,
            List<String> headlines) {}

    /** What the files said, as a digest; with the salt of the hashes of their secrets. */
    private record Basis(String salt, String sha256) {}

    private record Seen(String name, String type, String file, String sha256) {}
}
