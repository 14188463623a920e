package io.cutovergate.load;

import io.cutovergate.probe.pace.Pacer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends requests at a fixed rate, and keeps how each of them ended. */
final class Prober implements AutoCloseable {

    /** Sends one request and says why its answer is not good; empty where it is. */
    interface Sender {
        String send();
    }

    private final Sender request;
    private final Queue<Probe> done = new ConcurrentLinkedQueue<>();
    private final Pacer pacer;

    /**
     * @param period nanoseconds between two requests
     */
    Prober(long period, Sender request) {
        this.request = request;
        this.pacer = new Pacer(Duration.ofNanos(period), "prober", this::send);
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
        pacer.finish(within);
    }

    /** Sends no more and waits for nobody: what is under way ends by its deadline. */
    @Override
    public void close() {
        pacer.close();
    }

    private void send(long planned) {
        long sent = System.nanoTime();
        String failure = request.send();
        done.add(new Probe(planned, sent, System.nanoTime(), failure));
    }
}
