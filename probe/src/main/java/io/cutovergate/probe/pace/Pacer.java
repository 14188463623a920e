package io.cutovergate.probe.pace;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Does something at a fixed rate on an absolute schedule, never waiting for the time before: who stands still must not
 * slow down who measures it. What is done must have a deadline of its own, so that it is bounded how much goes on at once.
 *
 * <p>Moments that passed while this process itself was not running (suspended, or collecting garbage) are left out and
 * told, not made up for in a burst.
 */
public final class Pacer implements AutoCloseable {

    /** What is done. */
    public interface Task {

        /**
         * Does it, on a thread of its own.
         *
         * @param planned the moment that it was planned for, by {@link System#nanoTime}
         */
        void at(long planned);

        /**
         * Is told that this process did not run.
         *
         * @param from the first moment left out
         * @param to the next one that was not
         */
        default void missed(long from, long to) {}
    }

    private static final long LATE_PERIODS = 3;

    private final long period;
    private final Task task;
    private final ExecutorService workers;
    private final Thread pace;
    private volatile boolean stopped;

    /**
     * @param period between two moments
     * @param name of its threads
     */
    public Pacer(Duration period, String name, Task task) {
        this.period = period.toNanos();
        this.task = task;
        ThreadFactory daemons = work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
        workers = Executors.newCachedThreadPool(daemons);
        pace = daemons.newThread(this::run);
    }

    /** Begins now. */
    public void start() {
        pace.start();
    }

    /** Begins no more, and waits for what goes on; an {@link IllegalStateException} where that exceeds its deadline. */
    public void finish(Duration within) throws InterruptedException {
        stopped = true;
        LockSupport.unpark(pace);
        pace.join();
        workers.shutdown();
        if (!workers.awaitTermination(within.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("requests took longer than their deadline");
        }
    }

    /** Begins no more and waits for nobody: what goes on ends by its deadline. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(pace);
        workers.shutdown();
    }

    private void run() {
        long planned = System.nanoTime();
        while (!stopped) {
            long late = System.nanoTime() - planned;
            if (late < 0) {
                LockSupport.parkNanos(-late);
                continue;
            }
            if (late > LATE_PERIODS * period) {
                long next = planned + late / period * period;
                task.missed(planned, next);
                planned = next;
            }
            long when = planned;
            try {
                workers.execute(() -> task.at(when));
            } catch (RejectedExecutionException e) {
                return; // closed meanwhile
            }
            planned += period;
        }
    }
}
