package io.cutovergate.probe.tls.lab;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server that takes its time. */
final class Pause {

    private Pause() {}

    static void millis(long time) {
        try {
            boolean never = new CountDownLatch(1).await(time, TimeUnit.MILLISECONDS);
            assert !never;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
