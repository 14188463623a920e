package io.cutovergate.cutover.conduct;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Held by the one who conducts; the system frees it when that process ends, however it does. */
public final class Lock implements AutoCloseable {

    private static final String NAME = "conductor";

    private final FileChannel channel;

    private Lock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock; an {@link IllegalStateException} names who has it. */
    public static Lock take(Path folder, String operator) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IllegalStateException("conducted already, by " + holder(folder));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(
                (operator + ", process " + ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        channel.force(true);
        return new Lock(channel);
    }

    /** Who conducts now; {@code null} where nobody does. */
    public static @Nullable String heldBy(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            return lock == null ? holder(folder) : null;
        }
    }

    private static String holder(Path folder) throws IOException {
        return Files.readString(folder.resolve(NAME)).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
