package io.cutovergate.testbed;

import io.cutovergate.testbed.host.Host;
import io.cutovergate.testbed.process.Leash;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The host's JVM as its starter sees it. The host's standard input is the pipe whose end tells it to go; on its standard
 * output it says {@code progress TEXT}, then {@code ready STATE-FILE} or {@code failed TEXT}.
 */
final class HostProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration END = Duration.ofSeconds(10);
    private static final int TAIL = 25;

    private final Process process;
    private final Path directory;
    private final State state;

    private HostProcess(Process process, Path directory, State state) {
        this.process = process;
        this.directory = directory;
        this.state = state;
    }

    static HostProcess start(Environment environment, Set<Part> parts, Path directory, Consumer<String> progress) {
        Path home = directory.toAbsolutePath().normalize();
        Path log = home.resolve("host.log");
        List<String> command = new ArrayList<>();
        if (Leash.onPath("setsid")) {
            // a Ctrl-C at the terminal is for the caller, who may still need the testbed
            command.add("setsid");
        }
        command.addAll(JavaCommand.of(Host.class.getName(), "256m"));
        command.add(environment.word());
        command.add(parts.stream().map(Part::name).sorted().collect(Collectors.joining(",")));
        command.add(home.toString());
        Process process;
        try {
            State.sweep();
            Files.createDirectories(home.getParent());
            Files.createDirectory(home);
            process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        } catch (IOException e) {
            throw new TestbedException("cannot start a testbed in " + home + ": " + e, e);
        }
        CompletableFuture<Path> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, log, ready, progress), "testbed-output");
        reader.setDaemon(true);
        reader.start();
        try {
            Path stateFile = ready.get(START.toSeconds(), TimeUnit.SECONDS);
            return new HostProcess(process, home, State.read(stateFile));
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            String why = e instanceof TimeoutException
                    ? "is not ready after " + START.toSeconds() + " s; its log ends:\n" + tail(log)
                    : "did not start: " + (e.getCause() == null ? e : e.getCause()).getMessage();
            end(process, home);
            throw new TestbedException("the testbed " + environment.word() + " " + why, e);
        }
    }

    State state() {
        return state;
    }

    private static void read(Process process, Path log, CompletableFuture<Path> ready, Consumer<String> progress) {
        StringBuilder failure = new StringBuilder();
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("progress ")) {
                    progress.accept(line.substring("progress ".length()));
                } else if (line.startsWith("failed ")) {
                    failure.append(line.substring("failed ".length())).append('\n');
                } else if (line.startsWith("ready ")) {
                    ready.complete(Path.of(line.substring("ready ".length())));
                }
            }
            ready.completeExceptionally(new IOException(
                    failure.isEmpty() ? "its process ended; its log ends:\n" + tail(log) : failure.toString()));
        } catch (IOException | RuntimeException e) {
            ready.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        end(process, directory);
    }

    /** Closes the pipe, which ends the host in order; one that does not go is killed, and its janitor tidies up. */
    private static void end(Process process, Path directory) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            long deadline = System.nanoTime() + END.toNanos();
            while (Files.exists(directory) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (IOException e) {
            throw new TestbedException("cannot end the testbed's host (process " + process.pid() + "): " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        if (Files.exists(directory)) {
            throw new TestbedException("the testbed's directory " + directory + " could not be removed");
        }
    }

    private static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e + ")";
        }
    }
}
