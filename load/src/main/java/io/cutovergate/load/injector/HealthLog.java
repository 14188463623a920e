package io.cutovergate.load.injector;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * Writes down every second how the injector itself is: a line of tabs with the time in milliseconds of the epoch, processor
 * time in nanoseconds, time of garbage collection in milliseconds, open and possible file descriptors, and how late a
 * thread was that wanted to run every ten milliseconds, as an HdrHistogram in Base64. What makes that thread late, a
 * collection, a stopped process, a starved machine, makes requests late too, and Gatling stamps them only when sent.
 */
final class HealthLog {

    /** The file's name in the injector's folder. */
    static final String FILE = "health.tsv";

    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int TICKS = 100;

    private final Path file;

    private HealthLog(Path file) {
        this.file = file;
    }

    static void start(Path folder) {
        Thread thread = new Thread(new HealthLog(folder.resolve(FILE))::write, "health");
        thread.setDaemon(true);
        thread.start();
    }

    private void write() {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            long planned = System.nanoTime();
            while (!Thread.currentThread().isInterrupted()) {
                Histogram late = new Histogram(2);
                for (int tick = 0; tick < TICKS; tick++) {
                    // An absolute schedule: after a pause of a second all the ticks in it were late.
                    planned += PERIOD;
                    await(planned);
                    late.recordValue(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - planned));
                }
                out.write(line(late));
                out.newLine();
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }

    private static void await(long when) {
        for (long left = when - System.nanoTime(); left > 0; left = when - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static String line(Histogram late) {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
        boolean unix = system instanceof UnixOperatingSystemMXBean;
        long open = unix ? ((UnixOperatingSystemMXBean) system).getOpenFileDescriptorCount() : 0;
        long most = unix ? ((UnixOperatingSystemMXBean) system).getMaxFileDescriptorCount() : 0;
        ByteBuffer buffer = ByteBuffer.allocate(late.getNeededByteBufferCapacity());
        byte[] encoded = Arrays.copyOf(buffer.array(), late.encodeIntoCompressedByteBuffer(buffer));
        return String.join(
                "\t",
                Long.toString(System.currentTimeMillis()),
                Long.toString(system.getProcessCpuTime()),
                Long.toString(collecting),
                Long.toString(open),
                Long.toString(most),
                Base64.getEncoder().encodeToString(encoded));
    }
}
