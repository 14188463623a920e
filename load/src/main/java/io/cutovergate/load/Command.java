package io.cutovergate.load;

import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import java.io.IOException;
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
        try (Scratch scratch = Scratch.make("gate-command-")) {
            Path output = scratch.folder().resolve("output.txt");
            Process process = new ProcessBuilder(arguments)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                process.getOutputStream().close();
                boolean ended = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
                String text = Files.readString(output);
                if (!ended) {
                    throw new Unexamined(
                            this + " did not end within " + Units.print(within) + "; it wrote: " + end(text));
                }
                if (process.exitValue() != 0) {
                    throw new Unexamined(
                            this + " ended with status " + process.exitValue() + "; it wrote: " + end(text));
                }
                return text;
            } finally {
                if (process.isAlive()) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
            }
        } catch (IOException e) {
            throw new Unexamined(this + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined(this + " was interrupted", e);
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
