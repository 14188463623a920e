package io.cutovergate.testbed.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A running process that ends when the pipe to its standard input does.
 *
 * @param process what was started: the program, or its leash
 * @param pid the program's process id
 * @param killed the signal that a leash passes on to end the program at once; empty where there is no leash
 */
public record Child(Process process, long pid, String killed) {
    private static final int PATIENCE_SECONDS = 5;

    /** Starts a program that watches its standard input itself. */
    public static Child direct(ProcessBuilder builder, Path pidFile) throws IOException {
        Process process = builder.start();
        return started(new Child(process, process.pid(), ""), pidFile);
    }

    /** Starts a program on a leash. */
    public static Child leashed(ProcessBuilder builder, String killed, Path pidFile) throws IOException {
        Process process = builder.start();
        BufferedReader out = process.inputReader();
        String pid = out.readLine();
        if (pid == null) {
            throw new IOException("the leash did not start " + pidFile.getFileName());
        }
        return started(new Child(process, Long.parseLong(pid), killed), pidFile);
    }

    private static Child started(Child child, Path pidFile) throws IOException {
        Files.writeString(pidFile, Long.toString(child.pid));
        return child;
    }

    /** Whether the program runs. */
    public boolean alive() {
        return process.isAlive();
    }

    /** Does something when the program has ended. */
    public void onEnd(Runnable task) {
        CompletableFuture<Void> unused = process.onExit().thenRun(task);
    }

    /** Ends the program at once and waits until it is gone; what it stored stays. */
    public void kill() throws IOException {
        if (killed.isEmpty()) {
            process.destroyForcibly();
        } else if (process.isAlive()) {
            OutputStream leash = process.getOutputStream();
            leash.write((killed + "\n").getBytes(StandardCharsets.UTF_8));
            leash.flush();
        }
        await();
    }

    /** Lets the pipe go; {@link #await} then waits for the end. */
    public void release() throws IOException {
        process.getOutputStream().close();
    }

    /** Waits until the program has ended, and forces it when it takes too long. */
    public void await() throws IOException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while process " + pid + " ended", e);
        }
    }
}
