package io.cutovergate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.harness.yaml.JsonText;
import io.cutovergate.integrity.rows.TableResult;
import io.cutovergate.integrity.selection.TableName;
import io.cutovergate.integrity.sql.Both;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found equal, table by table, in a file from which an interrupted comparison goes on. A table that differs is not
 * kept: whoever mends it wants it compared again.
 */
final class ResumeFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Of every line, so that a file of somebody else is never cut. */
    private static final String BEGINNING = "{\"comparison\":";

    private final @Nullable FileChannel file;
    private final String comparison;
    private final List<TableResult> earlier;

    private ResumeFile(@Nullable FileChannel file, String comparison, List<TableResult> earlier) {
        this.file = file;
        this.comparison = comparison;
        this.earlier = earlier;
    }

    /**
     * Opens the file, which need not exist yet; of null, one that keeps nothing.
     *
     * @param comparison what is compared, and how: results of anything else are not taken
     */
    static ResumeFile of(@Nullable Path path, String comparison) {
        if (path == null) {
            return new ResumeFile(null, comparison, List.of());
        }
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            String text = Files.readString(path);
            // What follows the last line's end was being written when it was interrupted.
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            String torn = text.substring(whole.length());
            if (!torn.startsWith(BEGINNING) && !BEGINNING.startsWith(torn)) {
                throw foreign(path, (int) whole.lines().count() + 1);
            }
            List<TableResult> earlier = read(path, whole, comparison);
            file.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            file.position(file.size());
            return new ResumeFile(file, comparison, earlier);
        } catch (IOException e) {
            throw new UsageException("--resume: " + path + " cannot be used: " + e);
        }
    }

    private static List<TableResult> read(Path path, String text, String comparison) {
        List<TableResult> results = new ArrayList<>();
        int line = 0;
        for (String json : text.lines().toList()) {
            line++;
            try {
                JsonNode node = JSON.readTree(json);
                if (node.required("comparison").asText().equals(comparison)) {
                    results.add(result(node));
                }
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw foreign(path, line);
            }
        }
        return results;
    }

    private static UsageException foreign(Path path, int line) {
        return new UsageException(
                path + ":" + line + ": not a line of --resume; the file is left as it is, and nothing was compared");
    }

    private static TableResult result(JsonNode node) {
        return new TableResult(
                new TableName(
                        node.required("schema").asText(), node.required("table").asText()),
                new Both<>(
                        node.required("source").asLong(),
                        node.required("target").asLong()),
                node.required("columns").asInt(),
                node.required("by").asText(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                0,
                0);
    }

    /** What earlier runs found equal. */
    List<TableResult> earlier() {
        return earlier;
    }

    /** Keeps a result, on the disk before the next is taken. */
    void write(TableResult table) {
        if (file == null || table.differs()) {
            return;
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("comparison", comparison);
        line.put("schema", table.table().schema());
        line.put("table", table.table().name());
        line.put("source", table.rows().source());
        line.put("target", table.rows().target());
        line.put("columns", table.columns());
        line.put("by", table.by());
        line.put(
                "at",
                Instant.now(Clock.systemUTC()).truncatedTo(ChronoUnit.SECONDS).toString());
        try {
            ByteBuffer bytes = ByteBuffer.wrap((JsonText.of(line) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException("the file of --resume cannot be written", e);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the file of --resume cannot be written", e);
            }
        }
    }
}
