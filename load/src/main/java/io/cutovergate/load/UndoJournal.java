package io.cutovergate.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Undos that are owed, each in a file from before its disruption until it was undone: what is left after a program was
 * killed can still be put right by the next one.
 */
public record UndoJournal(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** That of this user. */
    public static UndoJournal ofUser() {
        return new UndoJournal(Path.of(System.getProperty("user.home"), ".cache", "cutover-gate", "undo"));
    }

    /**
     * An undo that is owed.
     *
     * @param process that disturbed
     * @param processStarted when that began, as numbers of processes are given again
     * @param since when it disturbed
     * @param folder where the command runs
     */
    public record Owed(
            long process,
            String processStarted,
            String since,
            String key,
            List<String> arguments,
            String folder,
            long withinMillis) {

        private boolean isOrphan() {
            return ProcessHandle.of(process)
                    .map(alive -> !started(alive).equals(processStarted))
                    .orElse(true);
        }

        /** Runs it and returns what it wrote; {@link Unexamined} where it fails. */
        private String run() {
            return new Command(key, arguments, Path.of(folder), Duration.ofMillis(withinMillis)).run();
        }

        @Override
        public String toString() {
            return String.join(" ", arguments) + " (" + key + "), owed since " + since;
        }
    }

    /** Notes that an undo is owed from now on; the file is to be deleted when it is no more. */
    Path owe(Command undo) {
        ProcessHandle self = ProcessHandle.current();
        Owed owed = new Owed(
                self.pid(),
                started(self),
                Instant.now().toString(),
                undo.key(),
                undo.arguments(),
                undo.folder().toAbsolutePath().toString(),
                undo.within().toMillis());
        try {
            Files.createDirectories(folder);
            // Arguments may hold what only this user may read.
            Path file = Files.createFile(
                    folder.resolve(UUID.randomUUID() + ".json"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, JSON.writeValueAsString(owed));
        } catch (IOException e) {
            throw new Unexamined(
                    "nothing is disturbed, as the undo cannot be noted in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Those whose program is gone. */
    public List<Owed> owed() throws IOException {
        List<Owed> owed = new ArrayList<>();
        for (Path file : files()) {
            Owed one = read(file);
            if (one.isOrphan()) {
                owed.add(one);
            }
        }
        return owed;
    }

    /** Runs those whose program is gone; one that fails stays owed, and {@link Unexamined} tells why. */
    public List<String> settle() throws IOException {
        List<String> written = new ArrayList<>();
        for (Path file : files()) {
            Owed one = read(file);
            if (one.isOrphan()) {
                written.add("$ " + one + "\n" + one.run());
                Files.delete(file);
            }
        }
        return written;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Owed read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), Owed.class);
    }

    private static String started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }
}
