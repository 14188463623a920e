package io.cutovergate.harness.evidence;

import java.util.List;

/**
 * Measures what must not be, by its identifiers.
 *
 * @param of what they are some of
 * @param why there must be none
 */
public record Counted(String subject, Evidence evidence, String of, String why) {

    private static final String PROMISE = "fixed; an acknowledged write is a promise";
    private static final int NAMED = 10;

    /** Of writes. */
    public static Counted writes(String subject, Evidence evidence, String of) {
        return new Counted(subject, evidence, of, PROMISE);
    }

    /** There is none; the first of them are named, and all of many are kept. */
    public void none(String name, List<String> ids) {
        if (ids.size() > NAMED) {
            evidence.attach(name, "text/plain", String.join("\n", ids));
        }
        String named = ids.isEmpty() ? "" : ": " + String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
        evidence.measure(name, subject, (long) ids.size())
                .detail(of + named + (ids.size() > NAMED ? " and " + (ids.size() - NAMED) + " more" : ""))
                .is(0L, why);
    }
}
