package io.cutovergate.testbed;

import io.cutovergate.testbed.process.Trees;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What one needs to know to talk to a running testbed; stored as a file that only its user can read.
 *
 * @param pid the host's process
 * @param environment its word, such as {@code dev}
 * @param directory where the environment's files are
 * @param data where its databases are
 * @param control base URL of the control channel; empty until the environment is ready
 * @param token the channel's bearer token
 */
public record State(long pid, String environment, Path directory, Path data, String control, String token) {

    /** Where the state files of this user's testbeds stand. */
    public static Path home() {
        return Caches.user().resolve("testbeds");
    }

    /** Writes it for {@link Testbed#attach(Path)} to find; readable by this user only. */
    public Path write() throws IOException {
        Properties text = new Properties();
        text.setProperty("pid", Long.toString(pid));
        text.setProperty("environment", environment);
        text.setProperty("directory", directory.toString());
        text.setProperty("data", data.toString());
        text.setProperty("control", control);
        text.setProperty("token", token);
        Path file = file(pid);
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(file)) {
            text.store(out, null);
        }
        return file;
    }

    /** The state file of the host with that process id. */
    public static Path file(long pid) {
        return home().resolve(pid + ".properties");
    }

    /** Reads a state file. */
    public static State read(Path file) {
        Properties text = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            text.load(in);
        } catch (NoSuchFileException e) {
            throw new TestbedException("no testbed is running: there is no " + file, e);
        } catch (IOException e) {
            throw new TestbedException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return new State(
                Long.parseLong(text.getProperty("pid", "0")),
                text.getProperty("environment", ""),
                Path.of(text.getProperty("directory", "")),
                Path.of(text.getProperty("data", "")),
                text.getProperty("control", ""),
                text.getProperty("token", ""));
    }

    static List<Path> running() {
        return files().stream()
                .filter(file -> !read(file).control().isEmpty() && read(file).alive())
                .sorted(Comparator.comparing(State::modified).reversed())
                .toList();
    }

    /** Removes what is left of environments all of whose processes were killed at once, as with their container. */
    public static void sweep() throws IOException {
        for (Path file : files()) {
            State state = read(file);
            if (!state.alive()) {
                Trees.delete(state.data());
                Trees.delete(state.directory());
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> files() {
        if (!Files.isDirectory(home())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home())) {
            return files.filter(file -> file.toString().endsWith(".properties")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the host still runs. */
    public boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
