package io.cutovergate.cutover;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.subject.WatchedEndpoint;
import java.util.List;

/**
 * Measures writes that must not be, by their identifiers.
 *
 * @param of what they are some of
 */
record Counted(WatchedEndpoint endpoint, Evidence evidence, String of) {

    private static final String FIXED = "fixed; an acknowledged write is a promise";
    private static final int NAMED = 10;

    /** There is none; the first of them are named, and all of many are kept. */
    void none(String name, List<String> ids) {
        if (ids.size() > NAMED) {
            evidence.attach(name, "text/plain", String.join("\n", ids));
        }
        String named = ids.isEmpty() ? "" : ": " + String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
        evidence.measure(name, endpoint, (long) ids.size())
                .detail(of + named + (ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : ""))
                .is(0L, FIXED);
    }
}
