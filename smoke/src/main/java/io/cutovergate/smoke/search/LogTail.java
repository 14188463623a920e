package io.cutovergate.smoke.search;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is added to a file of logs from now on.
 *
 * @param size of the file when it was looked at first
 * @param key of the file then: one that was rotated since is read from its beginning
 */
public record LogTail(Path file, long size, @Nullable Object key) {

    public static LogTail of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return new LogTail(file, now.size(), now.fileKey());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** How many of the lines since hold the text. */
    public long count(String text) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            Object now = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            boolean rotated = channel.size() < size || !Objects.equals(now, key);
            channel.position(rotated ? 0 : size);
            // Bytes that are no UTF-8 stand in other people's lines: they are read as they can be.
            InputStream in = Channels.newInputStream(channel);
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines().filter(line -> line.contains(text)).count();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Unexamined unreadable(IOException e) {
        return new Unexamined("the log file cannot be read: " + e + " (SIDE.logs.file)", e);
    }
}
