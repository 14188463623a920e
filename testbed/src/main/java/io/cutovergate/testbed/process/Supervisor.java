package io.cutovergate.testbed.process;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts a crashed service again after a second, as a container platform does. */
public final class Supervisor {
    private static final long PAUSE_MILLIS = 1000;

    private volatile boolean restarts = true;

    /** Whether it restarts anything; a service that crashed meanwhile stays down until it is brought up. */
    public void restarts(boolean wanted) {
        restarts = wanted;
    }

    void crashed(Runnable start) {
        if (restarts) {
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(start);
        }
    }
}
