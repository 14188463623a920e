package io.cutovergate.testbed.host;

import io.cutovergate.testbed.TestbedException;
import io.cutovergate.testbed.net.HealthProbe;
import io.cutovergate.testbed.process.Service;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of the shop that answers for its health.
 *
 * @param settings its environment variables; a change holds from the next start on
 */
public record Replica(Service service, URI uri, Map<String, String> settings) {
    private static final HealthProbe PROBE = new HealthProbe(Duration.ofSeconds(2));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Starts it again with another setting. */
    public void redeploy(String variable, String value) {
        service.down();
        settings.put(variable, value);
        service.up();
    }

    /** Waits until it says that it is ready; not for one that is held down. */
    void awaitReady() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (service.wanted() && !PROBE.ready(uri)) {
            if (System.nanoTime() > deadline) {
                throw new TestbedException(service.name() + " at " + uri + " is not ready after " + PATIENCE.toSeconds()
                        + " s; its log stands beside its process id");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TestbedException("interrupted while waiting for " + service.name(), e);
            }
        }
    }
}
