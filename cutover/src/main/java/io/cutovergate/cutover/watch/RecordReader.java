package io.cutovergate.cutover.watch;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reads records. The last line of one whose observer was killed may be cut off, and is left out; any other must be whole. */
public final class RecordReader {

    /** Ending of a record's name. */
    public static final String ENDING = ".watch.tsv";

    private final Path file;
    private String[] head = {};
    private final Map<String, Asking> asking = new LinkedHashMap<>();
    private final Map<String, List<Observation>> observations = new LinkedHashMap<>();
    private final Map<String, List<Write>> writes = new LinkedHashMap<>();
    private final Map<String, Set<String>> reserved = new LinkedHashMap<>();
    private final List<WatchRecord.Gap> gaps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private long last;
    private long drift;
    private boolean whole;

    /** What a series asks for, one time each period. */
    private record Asking(String path, long period) {}

    private RecordReader(Path file) {
        this.file = file;
    }

    /** All records of a folder, by name; {@link Unexamined} where there is none or one cannot be read. */
    public static List<WatchRecord> folder(Path folder) {
        List<Path> files = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                files = found.filter(file -> file.toString().endsWith(ENDING))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new Unexamined(folder + " cannot be read: " + e.getMessage(), e);
            }
        }
        if (files.isEmpty()) {
            throw new Unexamined("nobody watched: there is no record in " + folder
                    + " (watch.record); `gate cutover` and `gate watch` make one");
        }
        return files.stream().map(RecordReader::file).toList();
    }

    /** One record. */
    public static WatchRecord file(Path file) {
        return new RecordReader(file).read();
    }

    private WatchRecord read() {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            String line = lines.readLine();
            while (line != null) {
                number++;
                String next = lines.readLine();
                try {
                    take(line.split("\t", -1));
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    if (next != null) {
                        throw new Unexamined(file + ":" + number + " is no line of a record: " + e.getMessage(), e);
                    }
                }
                line = next;
            }
        } catch (IOException e) {
            throw new Unexamined(file + " cannot be read: " + e.getMessage(), e);
        }
        if (head.length == 0) {
            throw new Unexamined(file + " is empty: its observer did not even begin");
        }
        List<SeriesRecord> series = new ArrayList<>();
        asking.forEach((id, asked) -> series.add(new SeriesRecord(
                head[2], Series.of(id), asked.path(), asked.period(), observations.getOrDefault(id, List.of()))));
        Map<String, List<String>> unheard = new LinkedHashMap<>();
        reserved.forEach((id, ids) -> unheard.put(Series.of(id).endpoint(), List.copyOf(ids)));
        return new WatchRecord(
                head[2],
                head[4],
                head[5],
                Instant.parse(head[3]),
                series,
                writes,
                unheard,
                gaps,
                drift,
                last,
                whole,
                notes);
    }

    private void take(String... fields) {
        switch (fields[0]) {
            case RecordLine.HEAD -> head(fields);
            case RecordLine.SERIES -> asking.put(fields[1], new Asking(fields[4], number(fields[2])));
            case RecordLine.RESERVED ->
                LongStream.range(number(fields[3]), number(fields[4]))
                        .forEach(id -> reserved.computeIfAbsent(fields[1], absent -> new HashSet<>())
                                .add(fields[2] + id));
            case RecordLine.ASKED -> asked(fields);
            case RecordLine.GAP -> gaps.add(new WatchRecord.Gap(fields[1], number(fields[2]), number(fields[3])));
            case RecordLine.ALIVE -> alive(number(fields[1]), number(fields[2]));
            case RecordLine.NOTE -> notes.add(fields[1]);
            case RecordLine.END -> {
                alive(number(fields[1]), 0);
                whole = true;
            }
            default -> throw new IllegalArgumentException("'" + fields[0] + "' begins no line");
        }
    }

    private void head(String... fields) {
        if (!fields[1].equals(RecordLine.FORMAT)) {
            throw new Unexamined(
                    file + " is a record of format " + fields[1] + "; this version reads " + RecordLine.FORMAT);
        }
        head = fields;
    }

    private void asked(String... fields) {
        if (fields.length != 12) {
            throw new IllegalArgumentException(fields.length + " fields");
        }
        Observation one = new Observation(
                number(fields[2]),
                number(fields[3]),
                number(fields[4]),
                Outcome.of(fields[5]),
                (int) number(fields[6]),
                Seen.of(fields[7]),
                addresses.computeIfAbsent(fields[8], address -> address));
        observations.computeIfAbsent(fields[1], absent -> new ArrayList<>()).add(one);
        if (!fields[10].isEmpty()) {
            writes.computeIfAbsent(Series.of(fields[1]).endpoint(), absent -> new ArrayList<>())
                    .add(new Write(fields[10], one, fields[11]));
            reserved.getOrDefault(fields[1], Set.of()).remove(fields[10]);
        }
        last = Math.max(last, one.done());
    }

    private void alive(long at, long ahead) {
        last = Math.max(last, at);
        drift = Math.max(drift, Math.abs(ahead));
    }

    private static long number(String text) {
        return Long.parseLong(text);
    }
}
