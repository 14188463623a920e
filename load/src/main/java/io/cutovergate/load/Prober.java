package io.cutovergate.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at a fixed rate on an absolute schedule, never waiting for the one before: a target that stands still
 * must not slow down who measures it. Each request has a deadline of its own, so their number is bounded.
 */
final class Prober implements AutoCloseable {

    /** Sends one request and says why its answer is not good; empty where it is. */
    interface Sender {
        String send();
    }

    private final long period;
    private final Sender request;
    private final Queue<Probe> done = new ConcurrentLinkedQueue<>();
    private final ExecutorService senders = Executors.newCachedThreadPool(daemons());
    private final Thread pacer = daemons().newThread(this::pace);
    private volatile boolean stopped;

    /**
     * @param period nanoseconds between two requests
     */
    Prober(long period, Sender request) {
        this.period = period;
        this.request = request;
    }

    void start() {
        pacer.start();
    }

    /** Those that have ended so far, by the time at which they were planned. */
    List<Probe> probes() {
        List<Probe> ended = new ArrayList<>(done);
        ended.sort((one, other) -> Long.compare(one.planned(), other.planned()));
        return ended;
    }

    /** Sends no more, and waits for the answers that are still to come. */
    void finish(Duration within) throws InterruptedException {
        stopped = true;
        pacer.join();
        senders.shutdown();
        if (!senders.awaitTermination(within.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("requests took longer than their deadline");
        }
    }

    /** Sends no more and waits for nobody: what is under way ends by its deadline. */
    @Override
    public void close() {
        stopped = true;
        senders.shutdown();
    }

    private void pace() {
        long planned = System.nanoTime();
        while (!stopped) {
            long when = planned;
            long left = when - System.nanoTime();
            if (left > 0) {
                LockSupport.parkNanos(left);
                continue;
            }
            try {
                senders.execute(() -> send(when));
            } catch (RejectedExecutionException e) {
                return; // closed meanwhile
            }
            planned += period;
        }
    }

    private void send(long planned) {
        long sent = System.nanoTime();
        String failure = request.send();
        done.add(new Probe(planned, sent, System.nanoTime(), failure));
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "prober");
            thread.setDaemon(true);
            return thread;
        };
    }
}
