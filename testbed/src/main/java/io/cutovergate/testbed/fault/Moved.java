package io.cutovergate.testbed.fault;

import io.cutovergate.testbed.host.Installation;
import io.cutovergate.testbed.process.Database;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the moment in which users reach the target, and for the one in which it takes writes: some faults strike then. */
final class Moved implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Moved.class);
    private static final long POLL_MILLIS = 100;

    private final Installation installation;
    private final Action action;
    private final Thread waiting = new Thread(this::await, "moved");
    private volatile long switched;

    /** What is done once the target is open. */
    interface Action {
        void run() throws Exception;
    }

    Moved(Installation installation) {
        this(installation, () -> {});
    }

    Moved(Installation installation, Action action) {
        this.installation = installation;
        this.action = action;
        waiting.setDaemon(true);
        waiting.start();
    }

    /** How long the public name has meant the target; zero before. */
    Duration since() {
        long moment = switched;
        return moment == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - moment);
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
            switched = System.nanoTime();
            Database database = installation.target().admin();
            while (database.query("select current_setting('default_transaction_read_only')")
                    .get(0)
                    .equals("on")) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            action.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("a fault that was to strike after the switch did not", e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        waiting.interrupt();
        waiting.join();
    }
}
