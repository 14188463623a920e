package io.cutovergate.testbed.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** A growing file of JSON lines, read from where the last reading ended. */
final class LogFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 1 << 20;

    private final Path file;
    private final Map<String, String> labels;
    private long position;

    LogFile(Path file, Map<String, String> labels) {
        this.file = file;
        this.labels = labels;
    }

    /** The lines completed since the last call; a file that does not exist yet has none. */
    List<LogLine> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(position);
            channel.read(buffer);
        }
        int end = buffer.position();
        while (end > 0 && buffer.get(end - 1) != '\n') {
            end--;
        }
        position += end;
        return new String(buffer.array(), 0, end, StandardCharsets.UTF_8)
                .lines()
                .map(text -> new LogLine(nanos(text), labels, text))
                .toList();
    }

    /** The line's own time where it says one, else that of its arrival. */
    private static long nanos(String text) {
        Instant time = Instant.now();
        try {
            time = Instant.parse(JSON.readTree(text).path("time").asText());
        } catch (IOException | DateTimeParseException e) {
            return nanos(time);
        }
        return nanos(time);
    }

    static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
