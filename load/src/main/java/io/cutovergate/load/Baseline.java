package io.cutovergate.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.cutovergate.load.injector.LoadPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * The source's times, recorded for later gates.
 *
 * @param recordedAt ISO 8601
 * @param commit of the program that recorded it
 * @param environment whose source it is
 * @param release what was judged then, by service
 */
record Baseline(
        int format,
        String recordedAt,
        String commit,
        String environment,
        Map<String, String> release,
        Map<String, Recorded> scenarios) {

    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * A scenario's rounds.
     *
     * @param host that was asked
     * @param requests digest of what was asked
     * @param planned arrivals in all rounds
     * @param rounds a histogram of milliseconds each, in HdrHistogram's compressed form, as Base64
     */
    record Recorded(
            String host,
            String requests,
            double perSecond,
            long roundMillis,
            long planned,
            long errors,
            String why,
            List<String> rounds) {

        static Recorded of(String host, LoadPlan plan, Alternation alternation, SideRounds rounds) {
            return new Recorded(
                    host,
                    digest(plan),
                    alternation.perSecond(),
                    alternation.round().toMillis(),
                    rounds.planned(),
                    rounds.errors(),
                    rounds.why(),
                    rounds.histograms().stream().map(Recorded::encode).toList());
        }

        SideRounds sideRounds() {
            return new SideRounds(planned, rounds.stream().map(Recorded::decode).toList(), errors, why);
        }

        private static String encode(Histogram histogram) {
            ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
            int length = histogram.encodeIntoCompressedByteBuffer(buffer);
            return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
        }

        private static Histogram decode(String round) {
            try {
                return Histogram.decodeFromCompressedByteBuffer(
                        ByteBuffer.wrap(Base64.getDecoder().decode(round)), 0);
            } catch (DataFormatException e) {
                throw new IllegalArgumentException("a round is no histogram", e);
            }
        }
    }

    /** What is asked, whoever asks it: names and statuses, no tokens. */
    static String digest(LoadPlan plan) {
        List<String> asked = new ArrayList<>();
        plan.requests()
                .forEach(one -> asked.add(one.weight() + " " + one.name() + " " + one.status() + " " + one.body()));
        plan.rows().forEach(row -> asked.add(row.toString()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", asked).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Reads one.
     *
     * @throws IOException when it cannot be read, or is none
     */
    static Baseline read(Path file) throws IOException {
        try {
            Baseline baseline = JSON.readValue(Files.readString(file), Baseline.class);
            if (baseline.format() != FORMAT) {
                throw new IOException("its format is " + baseline.format() + "; this version reads " + FORMAT);
            }
            return baseline;
        } catch (JsonProcessingException e) {
            throw new IOException("it is no baseline: " + e.getOriginalMessage(), e);
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(this) + "\n");
    }
}
