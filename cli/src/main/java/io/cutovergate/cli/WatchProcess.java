package io.cutovergate.cli;

import io.cutovergate.cutover.watch.RecordReader;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.yaml.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * The watch beside a conductor: a process of its own in a session of its own, so that it goes on when the conductor is
 * paused, interrupted at its terminal or killed. It ends when it is told to, or by itself after twice the window.
 */
final class WatchProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String STOP = "stop-watching";
    private static final String PID = "watch.pid";

    private final Path folder;
    private final Path log;

    private WatchProcess(Path folder) {
        this.folder = folder;
        this.log = folder.resolve("watch.log");
    }

    /** Starts one, or goes on with the one that a conductor before left. */
    static WatchProcess start(Path environment, Gate gate, Path folder, Duration longest, Map<String, String> variables)
            throws IOException {
        WatchProcess watch = new WatchProcess(folder);
        if (watch.isAlive()) {
            return watch;
        }
        Files.deleteIfExists(folder.resolve(STOP));
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(
                Program.home().resolve("gate").toAbsolutePath().toString(),
                "watch",
                "--env",
                environment.toAbsolutePath().toString(),
                "--gate",
                gate.id(),
                "--until",
                folder.resolve(STOP).toString(),
                "--at-most",
                Units.print(longest)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(watch.log.toFile()));
        builder.environment().putAll(variables);
        long before = watch.records();
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(PATIENCE)
                    .until(() -> watch.records() > before || !process.isAlive());
        } catch (ConditionTimeoutException e) {
            process.destroyForcibly();
        }
        if (!process.isAlive() || watch.records() == before) {
            throw new UsageException(
                    "nobody watches: `gate watch` did not begin. It wrote:\n" + Files.readString(watch.log));
        }
        Files.writeString(folder.resolve(PID), Long.toString(process.pid()));
        return watch;
    }

    /** Whether somebody watches now. */
    static boolean isAlive(Path folder) throws IOException {
        return new WatchProcess(folder).isAlive();
    }

    private boolean isAlive() throws IOException {
        Path file = folder.resolve(PID);
        return Files.exists(file) && handle(file).filter(ProcessHandle::isAlive).isPresent();
    }

    /** The process of that file, unless its number was given to another one since. */
    private static java.util.Optional<ProcessHandle> handle(Path file) throws IOException {
        long written = Files.getLastModifiedTime(file).toMillis();
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).filter(process -> process.info()
                .startInstant()
                .map(start -> start.toEpochMilli() <= written)
                .orElse(false));
    }

    private long records() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(RecordReader.ENDING)
                            && file.toFile().length() > 0)
                    .count();
        }
    }

    /** Tells it to end, and waits until its record is whole. */
    void stop() throws IOException {
        Files.writeString(folder.resolve(STOP), "");
        java.util.Optional<ProcessHandle> process = handle(folder.resolve(PID));
        if (process.isPresent()) {
            try {
                process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                process.get().destroyForcibly();
            }
        }
    }
}
