package io.cutovergate.probe.process;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * A command of the user's, as an argument vector, never through a shell of ours.
 *
 * @param key the key that it stands under, for messages
 * @param folder where it runs: that of the environment file
 * @param within time for it; then it is killed with all that it started
 * @param variables of its environment, beside those of this program
 */
public record Command(String key, List<String> arguments, Path folder, Duration within, Map<String, String> variables) {

    /** For what is stopped to clean up after itself. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** One that needs no variables of its own. */
    public Command(String key, List<String> arguments, Path folder, Duration within) {
        this(key, arguments, folder, within, Map.of());
    }

    /** Runs it and returns what it wrote; {@link Unexamined} where it fails, with the end of that. */
    public String run() {
        Outcome outcome = outcome();
        if (outcome.status() != 0) {
            throw new Unexamined(this + " ended with status " + outcome.status() + "; it wrote: " + outcome.end());
        }
        return outcome.output();
    }

    /** Runs it to its end, whatever its status is; {@link Unexamined} where it cannot begin or does not end in time. */
    public Outcome outcome() {
        Attempt attempt = attempt();
        if (!attempt.ended()) {
            throw new Unexamined(this + " did not end within " + Units.print(within) + "; it wrote: "
                    + attempt.outcome().end());
        }
        return attempt.outcome();
    }

    /** Runs it until it ends or its time does; {@link Unexamined} where it cannot begin. */
    public Attempt attempt() {
        return attempt(pid -> {});
    }

    /** The same, and tells its process id as soon as it runs. */
    public Attempt attempt(LongConsumer started) {
        try {
            Path file = Files.createTempFile("gate-command-", ".txt");
            // A file and no pipe: what the command leaves running may keep a pipe open for ever.
            try (InputStream output = Files.newInputStream(file)) {
                return attempt(file, output, started);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Unexamined(this + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined(this + " was interrupted", e);
        }
    }

    private Attempt attempt(Path file, InputStream output, LongConsumer started)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(file.toFile());
        builder.environment().putAll(variables);
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            started.accept(process.pid());
            // Both sides have it open; nothing is left behind when this program is killed now.
            Files.delete(file);
            process.getOutputStream().close();
            boolean ended = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) + 1;
            if (!ended) {
                ProcessTree.of(process).stop(GRACE);
                process.waitFor();
            }
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Attempt(ended, new Outcome(process.exitValue(), text), Duration.ofMillis(millis));
        } finally {
            if (process.isAlive()) {
                ProcessTree.of(process).stop(Duration.ZERO);
            }
        }
    }

    /** For messages: {@code [az, containerapp, …] (load.disruptions.restart.run)}. */
    @Override
    public String toString() {
        return arguments + " (" + key + ")";
    }
}
