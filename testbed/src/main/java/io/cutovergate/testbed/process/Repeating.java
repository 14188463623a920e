package io.cutovergate.testbed.process;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task repeated on a thread of its own; a run that throws is logged, and the next one follows. */
public final class Repeating {
    private static final Logger LOG = LoggerFactory.getLogger(Repeating.class);

    /** One run. */
    public interface Task {
        void run() throws Exception;
    }

    private Repeating() {}

    /** Starts to repeat a task with this pause between two runs. */
    public static void every(long pauseMillis, String name, Task task) {
        Thread thread = new Thread(() -> repeat(pauseMillis, name, task), name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void repeat(long pauseMillis, String name, Task task) {
        try {
            while (true) {
                run(name, task);
                TimeUnit.MILLISECONDS.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(String name, Task task) throws InterruptedException {
        try {
            task.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.warn("{} failed", name, e);
        }
    }
}
