package io.cutovergate.testbed.process;

import io.cutovergate.testbed.TestbedException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something that nobody announces. */
public final class Wait {
    private static final long PAUSE_MILLIS = 50;

    private Wait() {}

    /**
     * Asks again and again until the condition holds.
     *
     * @param otherwise what is wrong when it still does not after all the patience
     */
    public static void until(BooleanSupplier condition, Duration patience, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new TestbedException(otherwise.get() + " after " + patience.toSeconds() + " s");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TestbedException("interrupted: " + otherwise.get(), e);
            }
        }
    }
}
