package io.cutovergate.load;

import io.cutovergate.harness.yaml.Share;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * How the injector itself was, second by second. A sick one measures itself and not the target.
 *
 * @param processors of its machine
 */
record Health(List<Second> seconds, int processors) {

    /**
     * One line of what the injector wrote.
     *
     * @param at milliseconds of the epoch
     * @param processor nanoseconds of processor time so far
     * @param collecting milliseconds of garbage collection so far
     * @param late milliseconds by which a thread was late that wanted to run a hundred times in it
     */
    record Second(long at, long processor, long collecting, long open, long possible, Histogram late) {

        static Second parse(String line) {
            String[] fields = line.split("\t", -1);
            try {
                return new Second(
                        Long.parseLong(fields[0]),
                        Long.parseLong(fields[1]),
                        Long.parseLong(fields[2]),
                        Long.parseLong(fields[3]),
                        Long.parseLong(fields[4]),
                        Histogram.decodeFromCompressedByteBuffer(
                                ByteBuffer.wrap(Base64.getDecoder().decode(fields[5])), 0));
            } catch (DataFormatException e) {
                throw new IllegalArgumentException("no histogram", e);
            }
        }
    }

    /** Reads them; a last line that was cut off is left out. */
    static Health read(Path file) throws IOException {
        List<Second> seconds = new ArrayList<>();
        String text = Files.exists(file) ? Files.readString(file) : "";
        int end = text.lastIndexOf('\n');
        if (end > 0) {
            text.substring(0, end).lines().map(Second::parse).forEach(seconds::add);
        }
        return new Health(seconds, Runtime.getRuntime().availableProcessors());
    }

    /** Those that touch a time, in milliseconds of the epoch: each tells of the second before it. */
    Health between(long from, long to) {
        return new Health(
                seconds.stream()
                        .filter(second -> second.at() > from - 1000 && second.at() < to + 1000)
                        .toList(),
                processors);
    }

    /** Whether there is enough to say something: two lines make a difference. */
    boolean isKnown() {
        return seconds.size() >= 2;
    }

    /** Share of all the machine's processors that it used. */
    Share cpu() {
        return share((last().processor() - first().processor()) / 1e6 / processors);
    }

    /** Share of the time in which garbage was collected. */
    Share collecting() {
        return share((double) (last().collecting() - first().collecting()));
    }

    /** Greatest share of the possible file descriptors that were open. */
    Share descriptors() {
        return new Share(seconds.stream()
                .mapToDouble(second -> second.possible() == 0 ? 0 : (double) second.open() / second.possible())
                .max()
                .orElse(0));
    }

    /** How late requests were sent at most, but for so many percent of the time. */
    Duration lag(double percent) {
        Histogram all = new Histogram(2);
        seconds.forEach(second -> all.add(second.late()));
        return Duration.ofMillis(all.getValueAtPercentile(percent));
    }

    String summary() {
        return String.format(
                Locale.ROOT,
                "injector: CPU %s of %d processors, collecting %s, file descriptors %s, late by at most %d ms in 99 %% of the"
                        + " time, %d ms at worst",
                cpu(),
                processors,
                collecting(),
                descriptors(),
                lag(99).toMillis(),
                lag(100).toMillis());
    }

    private Share share(double millis) {
        return new Share(Math.max(0, millis / Math.max(1, last().at() - first().at())));
    }

    private Second first() {
        return seconds.get(0);
    }

    private Second last() {
        return seconds.get(seconds.size() - 1);
    }
}
