package io.cutovergate.load;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command of the user's, as an argument vector, never through a shell of ours.
 *
 * @param key the key that it stands under, for messages
 * @param folder where it runs: that of the environment file
 * @param within time for it; then it is killed with all that it started
 */
record Command(String key, List<String> arguments, Path folder, Duration within) {

    /** Runs it and returns what it wrote; {@link Unexamined} where it fails, with the end of that. */
    String run() {
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

    private String run(Path file, InputStream output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(arguments)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
        try {
            // Both sides have it open; nothing is left behind when this program is killed now.
            Files.delete(file);
            process.getOutputStream().close();
            boolean ended = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!ended) {
                throw new Unexamined(this + " did not end within " + Units.print(within) + "; it wrote: " + end(text));
            }
            if (process.exitValue() != 0) {
                throw new Unexamined(this + " ended with status " + process.exitValue() + "; it wrote: " + end(text));
            }
            return text;
        } finally {
            if (process.isAlive()) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        }
    }

    private static String end(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.isEmpty() ? "nothing" : line.substring(Math.max(0, line.length() - 300));
    }

    /** For messages: {@code [az, containerapp, …] (load.disruptions.restart.run)}. */
    @Override
    public String toString() {
        return arguments + " (" + key + ")";
    }
}
