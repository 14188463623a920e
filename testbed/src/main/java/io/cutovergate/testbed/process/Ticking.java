package io.cutovergate.testbed.process;

import io.cutovergate.testbed.TestbedException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A task repeated on a thread of its own until it is stopped, or throws. */
public final class Ticking {

    private final Thread thread;
    private volatile @Nullable Exception failure;

    private Ticking(long pauseMillis, String name, Repeating.Task task) {
        thread = new Thread(() -> run(pauseMillis, task), name);
        thread.setDaemon(true);
    }

    /** Starts to repeat a task with this pause between two runs. */
    public static Ticking start(long pauseMillis, String name, Repeating.Task task) {
        Ticking ticking = new Ticking(pauseMillis, name, task);
        ticking.thread.start();
        return ticking;
    }

    private void run(long pauseMillis, Repeating.Task task) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                task.run();
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failure = e;
        }
    }

    /** Ends it; a {@link TestbedException} where it had ended by itself. */
    public void stop() throws InterruptedException {
        Exception broke = failure;
        thread.interrupt();
        thread.join();
        if (broke != null) {
            throw new TestbedException(thread.getName() + " ended by itself: " + broke.getMessage(), broke);
        }
    }
}
