package io.cutovergate.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C (or a polite kill) end the work soon and with its report, instead of at once and without. While it is
 * open, the signal runs {@link #onInterrupt}'s action and the program ends with the work's own exit status.
 */
final class Interruption implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupted, "interruption");
    private volatile Runnable action = () -> {};
    private volatile int exitStatus = Exit.SOFTWARE;

    Interruption() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What the signal does; at once if it has already come. */
    void onInterrupt(Runnable what) {
        action = what;
        if (requested.getCount() == 0) {
            what.run();
        }
    }

    /** Waits for the signal, or for the end of the process, whichever is first. */
    void await(ProcessHandle process) {
        CompletableFuture<?> ended = process.onExit();
        try {
            boolean over = false;
            while (!over) {
                over = requested.await(POLL.toMillis(), TimeUnit.MILLISECONDS) || ended.isDone();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the signal, at most so long; whether it came. */
    boolean await(Duration longest) {
        try {
            return requested.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The status that the program ends with, also when a signal has already begun its end. */
    int exitWith(int status) {
        exitStatus = status;
        return status;
    }

    @Override
    public void close() {
        done.countDown();
        if (requested.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    private void interrupted() {
        requested.countDown();
        action.run();
        try {
            done.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Without this the JVM would end with 128 + the signal's number and hide the verdict.
        Runtime.getRuntime().halt(exitStatus);
    }
}
