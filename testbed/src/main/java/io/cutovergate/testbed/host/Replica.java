package io.cutovergate.testbed.host;

import io.cutovergate.testbed.net.HealthProbe;
import io.cutovergate.testbed.process.Service;
import io.cutovergate.testbed.process.Wait;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

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
        Wait.until(
                () -> !service.wanted() || PROBE.ready(uri),
                PATIENCE,
                () -> service.name() + " at " + uri + " is not ready; its log stands beside its process id");
    }
}
