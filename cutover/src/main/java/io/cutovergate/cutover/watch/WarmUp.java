package io.cutovergate.cutover.watch;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.WatchRules;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;

/**
 * Asks before the record begins, so that a program that has only just started is not taken for a slow system: the first
 * requests of one load classes for most of a second.
 */
final class WarmUp {

    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final int ENOUGH = 100;

    private WarmUp() {}

    /** Reads only; what does not answer is the watch's to find. */
    static void run(
            Migration migration,
            List<Endpoint> endpoints,
            OkHttpClient base,
            Sides sides,
            Identities identities,
            KeptNames names) {
        WatchRules rules = migration.environment().watch();
        Caller caller =
                new Caller(base, false, rules, sides, migration.application().readOnly());
        long begun = System.nanoTime();
        for (int i = 0; i < ENOUGH && System.nanoTime() - begun < LONGEST.toNanos(); i++) {
            for (Endpoint endpoint : endpoints) {
                if (!endpoint.writes()) {
                    caller.send(endpoint, identities.of(endpoint), names, i);
                }
            }
        }
    }
}
