package io.cutovergate.smoke.search;

import io.cutovergate.harness.config.LogStore;
import io.cutovergate.probe.http.HttpProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Looks for a mark in a log store of any kind. */
public final class LogSearch {

    /** Clocks of the store and of this machine may differ; the mark is unique, so a wide window finds nothing else. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private LogSearch() {}

    /**
     * Begins to look, before the mark is sent.
     *
     * @param query with the mark in its place
     * @return how many lines hold it now; {@link io.cutovergate.harness.evidence.Unexamined} where that is not answered
     */
    public static LongSupplier begin(LogStore store, String query, String mark, HttpProbe http, Clock clock) {
        if (store.kind() == LogStore.Kind.FILE) {
            LogTail tail = LogTail.of(Objects.requireNonNull(store.file()));
            return () -> tail.count(query);
        }
        Instant sent = clock.instant();
        Search search = LogSearches.of(store);
        Map<String, String> sought =
                Map.of("mark", mark, "query", query, "scope", store.scope() == null ? "" : store.scope());
        Store asked = Store.of(store, http);
        return () -> asked.count(
                search, Sought.of(sought, sent.minus(CLOCKS), clock.instant().plus(CLOCKS)));
    }
}
