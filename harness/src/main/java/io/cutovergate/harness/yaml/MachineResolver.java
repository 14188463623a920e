package io.cutovergate.harness.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Resolves from this machine. A command runs once, however often the files name it, without a shell, in the folder of the file
 * that names it, and is stopped with all its children after its deadline. For one thread.
 */
public final class MachineResolver implements Resolver {

    /** As long as a cloud's command line may take to fetch a token. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final long LARGEST_FILE = 1 << 20;

    private final Map<String, String> env;
    private final Duration deadline;
    private final Map<Invocation, String> outputs = new HashMap<>();

    private record Invocation(List<String> argv, Path folder) {}

    /** @param env the variables, for commands too: those of this process, and what the caller adds to them */
    public MachineResolver(Map<String, String> env) {
        this(env, DEADLINE);
    }

    MachineResolver(Map<String, String> env, Duration deadline) {
        this.env = Map.copyOf(env);
        this.deadline = deadline;
    }

    @Override
    public @Nullable String env(String name) {
        return env.get(name);
    }

    @Override
    public String file(Path path) throws IOException {
        if (Files.size(path) > LARGEST_FILE) {
            throw new IOException("larger than " + new Size(LARGEST_FILE));
        }
        return Files.readString(path);
    }

    @Override
    public Optional<String> command(List<String> argv, Path folder) throws IOException {
        Invocation invocation = new Invocation(argv, folder);
        String output = outputs.get(invocation);
        if (output == null) {
            output = run(invocation);
            outputs.put(invocation, output);
        }
        return Optional.of(output);
    }

    private String run(Invocation invocation) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(invocation.argv())
                .directory(invocation.folder().toAbsolutePath().toFile());
        builder.environment().putAll(env);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            CompletableFuture<String> out =
                    CompletableFuture.supplyAsync(() -> read(process.getInputStream()), MachineResolver::start);
            CompletableFuture<String> err =
                    CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), MachineResolver::start);
            long end = System.nanoTime() + deadline.toNanos();
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooSlow();
            }
            String output = out.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            String error = err.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (process.exitValue() != 0) {
                throw new IOException("exit status " + process.exitValue() + ": " + error.strip());
            }
            return output;
        } catch (TimeoutException e) {
            throw tooSlow();
        } catch (ExecutionException e) {
            throw new IOException("its output cannot be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** Both streams are read at once: a full one would hold the command up. */
    private static void start(Runnable reader) {
        Thread thread = new Thread(reader, "output of a command");
        thread.setDaemon(true);
        thread.start();
    }

    private IOException tooSlow() {
        return new IOException("did not end within " + Units.print(deadline));
    }

    private static String read(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
