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

/**
 * A command of the user's, as an argument vector, never through a shell of ours.
 *
 * @param key the key that it stands under, for messages
 * @param folder where it runs: that of the environment file
 * @param within time for it; then it is killed with all that it started
 * @param variables of its environment, beside those of this program
 */
public record Command(String key, List<String> arguments, Path folder, Duration within, Map<String, String> variables) {

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
        try {
            Path file = Files.createTempFile("gate-command-", ".txt");
            // A file and no pipe: what the command leaves running may keep a pipe open for ever.
            try (InputStream output = Files.newInputStream(file)) {
                return run(file, output);
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

    private Outcome run(Path file, InputStream output) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(file.toFile());
        builder.environment().putAll(variables);
        Process process = builder.start();
        try {
            // Both sides have it open; nothing is left behind when this program is killed now.
            Files.delete(file);
            process.getOutputStream().close();
            boolean ended = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!ended) {
                throw new Unexamined(
                        this + " did not end within " + Units.print(within) + "; it wrote: " + Outcome.end(text));
            }
            return new Outcome(process.exitValue(), text);
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    /** For messages: {@code [az, containerapp, …] (load.disruptions.restart.run)}. */
    @Override
    public String toString() {
        return arguments + " (" + key + ")";
    }
}
