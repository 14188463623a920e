package io.cutovergate.load;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads Gatling's {@code simulation.log}: a binary format without a specification, taken from its writer
 * (gatling-core, {@code LogFileDataWriter.scala}) and pinned to one version by a test with a recorded log.
 */
final class SimulationLog {

    /** The version whose log this reads. */
    static final String VERSION = "3.15.1";

    private static final int RUN = 0;
    private static final int REQUEST = 1;
    private static final int USER = 2;
    private static final int GROUP = 3;
    private static final int ERROR = 4;

    private static final int LONGEST = 1 << 20;
    private static final Charset UTF_16 =
            ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;

    private final DataInputStream in;
    private final Map<Integer, String> cached = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private long started;
    private int usersUnderWay;

    private SimulationLog(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in));
    }

    /**
     * Reads all of it.
     *
     * @throws IOException when it is another version's, or not whole: a record is cut, or users began and never ended
     */
    static Recording read(InputStream in) throws IOException {
        return new SimulationLog(in).read();
    }

    private Recording read() throws IOException {
        try {
            run();
            for (int header = in.read(); header >= 0; header = in.read()) {
                record(header);
            }
        } catch (EOFException e) {
            throw new IOException("the log is cut off after " + answers.size() + " answers", e);
        }
        if (usersUnderWay != 0) {
            throw new IOException("the log is cut off: " + usersUnderWay + " users began and never ended");
        }
        return new Recording(started, List.copyOf(answers), List.copyOf(errors));
    }

    private void run() throws IOException {
        int header = in.read();
        if (header != RUN) {
            throw new IOException(header < 0 ? "the log is empty" : "the log begins with no run (" + header + ")");
        }
        String version = string();
        if (!version.equals(VERSION)) {
            throw new IOException("the log is Gatling " + version + "'s; only that of " + VERSION + " is understood");
        }
        string(); // class of the simulation
        started = in.readLong();
        string(); // description
        int scenarios = in.readInt();
        for (int i = 0; i < scenarios; i++) {
            string();
        }
        int assertions = in.readInt();
        for (int i = 0; i < assertions; i++) {
            in.skipNBytes(length());
        }
    }

    private void record(int header) throws IOException {
        switch (header) {
            case REQUEST -> {
                groups();
                answers.add(new Answer(cachedString(), in.readInt(), in.readInt(), in.readBoolean(), cachedString()));
            }
            case USER -> {
                in.readInt(); // scenario
                usersUnderWay += in.readBoolean() ? 1 : -1;
                in.readInt(); // time
            }
            case GROUP -> {
                groups();
                in.skipNBytes(3L * Integer.BYTES + 1);
            }
            case ERROR -> {
                errors.add(cachedString());
                in.readInt(); // time
            }
            default -> throw new IOException("the log has a record of an unknown kind (" + header + ")");
        }
    }

    private void groups() throws IOException {
        int groups = in.readInt();
        for (int i = 0; i < groups; i++) {
            cachedString();
        }
    }

    /** A text stands there once, with its number; later only the number, negative. */
    private String cachedString() throws IOException {
        int number = in.readInt();
        if (number > 0) {
            cached.put(number, string());
        }
        return Objects.requireNonNullElse(cached.get(Math.abs(number)), "");
    }

    /** Length, bytes as the JVM holds them, and their coding: 0 for Latin-1, 1 for UTF-16; an empty one has no coding. */
    private String string() throws IOException {
        int length = length();
        if (length == 0) {
            return "";
        }
        byte[] bytes = in.readNBytes(length);
        return new String(bytes, in.readByte() == 0 ? StandardCharsets.ISO_8859_1 : UTF_16);
    }

    private int length() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("the log has a text of " + length + " bytes");
        }
        return length;
    }

    /**
     * What the log holds.
     *
     * @param started when the run began, in milliseconds of the epoch
     * @param errors what went wrong outside any request
     */
    record Recording(long started, List<Answer> answers, List<String> errors) {

        /** Several injectors' as one, each answer at its own time; at least one. */
        static Recording merged(List<Recording> recordings) {
            long first = recordings.stream().mapToLong(Recording::started).min().orElseThrow();
            List<Answer> answers = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            for (Recording recording : recordings) {
                int later = Math.toIntExact(recording.started() - first);
                recording.answers().forEach(answer -> answers.add(answer.later(later)));
                errors.addAll(recording.errors());
            }
            return new Recording(first, List.copyOf(answers), List.copyOf(errors));
        }
    }

    /**
     * One request and its end.
     *
     * @param sent milliseconds after the run began
     * @param done likewise
     * @param message why it is not ok; empty where it is
     */
    record Answer(String request, int sent, int done, boolean ok, String message) {

        Answer later(int millis) {
            return new Answer(request, sent + millis, done + millis, ok, message);
        }
    }
}
