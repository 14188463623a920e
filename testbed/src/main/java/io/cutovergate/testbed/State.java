package io.cutovergate.testbed;

import io.cutovergate.testbed.process.Trees;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** Writes it for {@link Testbed#attach(Path)} to find, complete or not at all; readable by this user only. */
    public Path write() throws IOException {
        Properties text = new Properties();
        text.setProperty("pid", Long.toString(pid));
        text.setProperty("environment", environment);
        text.setProperty("directory", directory.toString());
        text.setProperty("data", data.toString());
        text.setProperty("control", control);
        text.setProperty("token", token);
        Path file = file(pid);
        Files.createDirectories(home());
        Path unfinished = Files.createTempFile(
                home(),
                pid + "-",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer out = Files.newBufferedWriter(unfinished)) {
            text.store(out, null);
        }
        return Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The state file of the host with that process id. */
    public static Path file(long pid) {
        return home().resolve(pid + ".properties");
    }

    /** Reads a state file; {@link TestbedException} when there is none. */
    public static State read(Path file) {
        return find(file)
                .orElseThrow(() -> new TestbedException("no testbed is running: there is no state file " + file));
    }

    static List<Path> running() {
        return files().stream()
                .filter(file -> find(file)
                        .filter(state -> !state.control.isEmpty() && state.alive())
                        .isPresent())
                .sorted(Comparator.comparing(State::modified).reversed())
                .toList();
    }

    /** Removes what is left of environments all of whose processes were killed at once, as with their container. */
    static void sweep() throws IOException {
        for (Path file : files()) {
            Optional<State> state = find(file).filter(found -> !found.alive());
            if (state.isPresent()) {
                Trees.delete(state.get().data);
                Trees.delete(state.get().directory);
                Files.deleteIfExists(file);
            }
        }
    }

    /** Empty when the file is gone, as it may be at any time while its testbed ends. */
    private static Optional<State> find(Path file) {
        Properties text = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            text.load(in);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new TestbedException("cannot read " + file + ": " + e.getMessage(), e);
        }
        return Optional.of(new State(
                Long.parseLong(value(text, "pid", file)),
                value(text, "environment", file),
                absolute(value(text, "directory", file)),
                absolute(value(text, "data", file)),
                value(text, "control", file),
                value(text, "token", file)));
    }

    private static String value(Properties text, String name, Path file) {
        String value = text.getProperty(name);
        if (value == null) {
            throw new TestbedException(file + " is no state file of a testbed: " + name + " is missing; remove it");
        }
        return value;
    }

    /** What is removed one day is never a path that depends on where one stands. */
    private static Path absolute(String path) {
        Path absolute = Path.of(path);
        if (!absolute.isAbsolute()) {
            throw new TestbedException("not an absolute path in a state file: " + path);
        }
        return absolute;
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

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
