package io.cutovergate.cutover.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record: lines of fields between tabs, appended in batches, each forced to the disk. Whoever kills this
 * process loses the batch that was under way, at most {@value #BATCH_MILLIS} ms of it.
 */
final class WatchLog implements AutoCloseable {

    private static final int BATCH_MILLIS = 100;
    private static final int LONGEST_QUEUE = 100_000;

    private final FileChannel file;
    private final BlockingQueue<Line> queue = new ArrayBlockingQueue<>(LONGEST_QUEUE);
    private final Thread writer = new Thread(this::write, "watch-log");
    private volatile boolean closed;
    private volatile @Nullable IOException failure;

    private record Line(String text, @Nullable CompletableFuture<Void> forced) {}

    private WatchLog(FileChannel file) {
        this.file = file;
        writer.setDaemon(true);
        writer.start();
    }

    /** Begins a file that does not exist yet. */
    static WatchLog begin(Path path) throws IOException {
        return new WatchLog(FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Adds a line; waits only where the disk is far behind. */
    void add(Object... fields) {
        put(new Line(line(fields), null));
    }

    /** Adds a line and waits until it is on the disk. */
    void force(Object... fields) {
        CompletableFuture<Void> forced = new CompletableFuture<>();
        put(new Line(line(fields), forced));
        try {
            forced.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the record was written", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the record cannot be written", e.getCause());
        }
    }

    /** An {@link UncheckedIOException} where the record can no longer be written. */
    void requireSound() {
        IOException broken = failure;
        if (broken != null) {
            throw new UncheckedIOException("the record cannot be written", broken);
        }
    }

    /** Writes what is left and ends the file. */
    @Override
    public void close() throws IOException {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
        requireSound();
    }

    private void put(Line line) {
        requireSound();
        try {
            queue.put(line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.length() == 0 ? "" : "\t")
                    .append(String.valueOf(field).replaceAll("[\\t\\r\\n]", " "));
        }
        return line.append('\n').toString();
    }

    private void write() {
        List<Line> batch = new ArrayList<>();
        try {
            while (!closed || !queue.isEmpty()) {
                Line first = queue.poll(BATCH_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    continue;
                }
                batch.add(first);
                queue.drainTo(batch);
                force(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            failure = e;
            queue.drainTo(batch);
            batch.stream()
                    .map(Line::forced)
                    .filter(waiting -> waiting != null)
                    .forEach(waiting -> waiting.completeExceptionally(e));
        }
    }

    private void force(List<Line> batch) throws IOException {
        StringBuilder text = new StringBuilder();
        batch.forEach(line -> text.append(line.text()));
        ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
        for (Line line : batch) {
            if (line.forced() != null) {
                line.forced().complete(null);
            }
        }
    }
}
