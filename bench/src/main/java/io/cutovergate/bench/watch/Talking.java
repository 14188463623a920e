package io.cutovergate.bench.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A process that is told something in a line, and answers in one. It ends when this one does. */
final class Talking implements AutoCloseable {

    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    private Talking(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static Talking start(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            // One that was stopped by a signal does not see the end of its input.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new Talking(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    String tell(String line) {
        try {
            in.write(line + "\n");
            in.flush();
            return hear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String hear() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException(process.info().command().orElse("a process") + " has ended");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
