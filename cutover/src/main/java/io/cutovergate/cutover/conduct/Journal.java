package io.cutovergate.cutover.conduct;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a conductor did, a line of JSON each, forced to the disk before it goes on: whoever is killed between two lines
 * can be followed by another who knows where things stand.
 */
public final class Journal {

    /** Its name in the folder of the record. */
    public static final String NAME = "journal.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Clock clock;
    private final List<Entry> entries;

    private Journal(Path file, Clock clock, List<Entry> entries) {
        this.file = file;
        this.clock = clock;
        this.entries = entries;
    }

    /**
     * Opens the journal of a folder, there or not.
     *
     * @throws IOException also where a line is none of ours; the last one may be cut off, and is left out
     */
    public static Journal open(Path folder, Clock clock) throws IOException {
        return read(folder.resolve(NAME), clock);
    }

    /** The same of a file that was kept as evidence. */
    public static Journal read(Path file, Clock clock) throws IOException {
        List<Entry> entries = new ArrayList<>();
        if (Files.exists(file)) {
            String text = Files.readString(file);
            List<String> lines = text.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                try {
                    entries.add(JSON.readValue(lines.get(i), Entry.class));
                } catch (JsonProcessingException e) {
                    if (i < lines.size() - 1) {
                        throw new IOException(
                                file + ":" + (i + 1) + " is no line of a journal: " + e.getOriginalMessage(), e);
                    }
                    trim(file, text, lines.get(i));
                }
            }
        }
        return new Journal(file, clock, entries);
    }

    /** A line that was cut off must not run into the next one. */
    private static void trim(Path file, String text, String last) throws IOException {
        Files.writeString(file, text.substring(0, text.lastIndexOf(last)));
    }

    /** Adds a line, and returns when it is on the disk. */
    public void add(Entry.Event event, String step, String detail) {
        add(event, step, detail, 0);
    }

    void add(Entry.Event event, String step, String detail, long pid) {
        Entry entry = new Entry(clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(), event, step, detail, pid);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes =
                    ByteBuffer.wrap((JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written, so nothing more is done", e);
        }
        entries.add(entry);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The steps that came to their end, in the order in which they first began. */
    public List<String> done() {
        return entries.stream()
                .filter(entry -> entry.event() == Entry.Event.STEP_BEGUN)
                .map(Entry::step)
                .distinct()
                .filter(this::isDone)
                .toList();
    }

    /** What a step ran, each once; of an empty name what all of it was done by. */
    public List<Used> used(String step) {
        return entries.stream()
                .filter(entry ->
                        entry.event() == Entry.Event.USES && entry.step().equals(step))
                .map(entry -> Used.parse(entry.detail()))
                .distinct()
                .toList();
    }

    /** All lines, as they stand in the file. */
    public String text() throws IOException {
        return Files.readString(file);
    }

    /** When it was decided; empty where nothing has begun. */
    public Optional<Instant> begun() {
        return first(entry -> entry.event() == Entry.Event.BEGUN).map(Entry::at);
    }

    /** Whether it came to its end, good or bad. */
    public boolean isOver() {
        return last(entry -> true)
                .filter(entry -> entry.event() == Entry.Event.ENDED || entry.event() == Entry.Event.STOPPED)
                .isPresent();
    }

    /** The last word on a step, whatever it uses. */
    public Optional<Entry> last(String step) {
        return last(entry -> entry.step().equals(step) && entry.event() != Entry.Event.USES);
    }

    /** Whether a step was begun, however that ended. */
    boolean hasBegun(String step) {
        return entries.stream().anyMatch(entry -> entry.step().equals(step) && entry.event() == Entry.Event.STEP_BEGUN);
    }

    /** Whether a step came to its end. */
    public boolean isDone(String step) {
        return last(step)
                .filter(entry -> entry.event() == Entry.Event.STEP_DONE)
                .isPresent();
    }

    /** How long a step took; empty where it is not done. */
    public Optional<Duration> took(String step) {
        Optional<Entry> begun = last(entry -> entry.step().equals(step) && entry.event() == Entry.Event.STEP_BEGUN);
        return last(step)
                .filter(entry -> entry.event() == Entry.Event.STEP_DONE)
                .flatMap(done -> begun.map(start -> Duration.between(start.at(), done.at())));
    }

    private Optional<Entry> first(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).findFirst();
    }

    private Optional<Entry> last(Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).reduce((earlier, later) -> later);
    }
}
