package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.process.Database;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for the moment in which users reach the target, and for the one in which it takes writes: some faults strike then. */
final class Moved {

    private static final long POLL_MILLIS = 100;

    private final Installation installation;
    private final Action reached;
    private final Action opened;
    private final Thread waiting = new Thread(this::await, "moved");
    private volatile boolean switched;
    private volatile @Nullable Exception failure;
    private long firstAsked;

    /** What is done at such a moment. */
    interface Action {
        void run() throws Exception;
    }

    Moved(Installation installation) {
        this(installation, () -> {}, () -> {});
    }

    /** Strikes when users reach the target, which does not take writes yet. */
    static Moved whenReached(Installation installation, Action reached) {
        return new Moved(installation, reached, () -> {});
    }

    /** Strikes when the target is open. */
    static Moved whenOpened(Installation installation, Action opened) {
        return new Moved(installation, () -> {}, opened);
    }

    private Moved(Installation installation, Action reached, Action opened) {
        this.installation = installation;
        this.reached = reached;
        this.opened = opened;
        waiting.setDaemon(true);
        waiting.start();
    }

    /**
     * How long ago this was first asked after the public name had begun to mean the target: when its first users came. Longer
     * than anything before that.
     */
    synchronized Duration sinceFirstAsked() {
        if (!switched) {
            return Duration.ofDays(1);
        }
        firstAsked = firstAsked == 0 ? System.nanoTime() : firstAsked;
        return Duration.ofNanos(System.nanoTime() - firstAsked);
    }

    private void await() {
        try {
            String target = installation.target().side().address();
            String name = installation.plan().host("api");
            while (installation
                    .shared()
                    .zone()
                    .list(record ->
                            record.name().equals(name) && record.content().equals(target))
                    .isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            switched = true;
            reached.run();
            Database database = installation.target().admin();
            while (database.query("select current_setting('default_transaction_read_only')")
                    .get(0)
                    .equals("on")) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            opened.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failure = e;
        }
    }

    /** Strikes no more; a {@link TestbedException} where it was to strike and could not. */
    void cancel() throws InterruptedException {
        waiting.interrupt();
        waiting.join();
        Exception broke = failure;
        if (broke != null) {
            throw new TestbedException("it was to strike after the switch and could not: " + broke.getMessage(), broke);
        }
    }
}
