package io.cutovergate.harness.evidence;

import io.cutovergate.harness.yaml.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what checks saw in files of one folder; texts are masked before they are written. For any number of threads. */
public final class Attachments {

    private static final Map<String, String> ENDINGS = Map.of(
            "text/plain",
            "txt",
            "application/json",
            "json",
            "image/png",
            "png",
            "image/svg+xml",
            "svg",
            "text/html",
            "html",
            "application/sql",
            "sql");

    private final Path folder;
    private final Secrets secrets;
    private final AtomicInteger count = new AtomicInteger();

    public Attachments(Path folder, Secrets secrets) {
        this.folder = folder;
        this.secrets = secrets;
    }

    Attachment text(String name, String type, String text) {
        return write(name, type, secrets.mask(text).getBytes(StandardCharsets.UTF_8));
    }

    Attachment bytes(String name, String type, byte[] content) {
        return write(name, type, content);
    }

    private Attachment write(String name, String type, byte[] content) {
        String masked = secrets.mask(name);
        String plain = masked.replaceAll("[^A-Za-z0-9]+", "-");
        Path file = folder.resolve("%03d-%s.%s"
                .formatted(
                        count.incrementAndGet(),
                        plain.substring(0, Math.min(60, plain.length())),
                        ENDINGS.getOrDefault(type, "bin")));
        try {
            Files.createDirectories(folder);
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("evidence cannot be kept in " + folder, e);
        }
        return new Attachment(masked, type, file, Sha256.of(content));
    }
}
