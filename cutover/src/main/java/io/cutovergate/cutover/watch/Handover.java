package io.cutovergate.cutover.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the answers of a series went over from one side to the other.
 *
 * @param firstOfNew when the first answer of the side that takes over was whole, microseconds since the anchor; null
 *     where it never answered
 * @param lastOfOld when the last one of the other side was; null where it never answered
 * @param changes how often another side answered than for the request before; one is a clean switch
 * @param unknown answers that did not tell their side
 */
public record Handover(@Nullable Long firstOfNew, @Nullable Long lastOfOld, int changes, int unknown) {

    /** The hand-over to a side. */
    public static Handover to(Seen side, List<Observation> sent) {
        Long first = null;
        Long last = null;
        Seen before = Seen.UNKNOWN;
        int changes = 0;
        int unknown = 0;
        for (Observation one : sent) {
            if (!one.served()) {
                continue;
            }
            if (one.seen() == Seen.UNKNOWN) {
                unknown++;
                continue;
            }
            if (one.seen() == side) {
                first = first == null ? Long.valueOf(one.done()) : first;
            } else {
                last = last == null ? one.done() : Math.max(last, one.done());
            }
            if (before != Seen.UNKNOWN && one.seen() != before) {
                changes++;
            }
            before = one.seen();
        }
        return new Handover(first, last, changes, unknown);
    }

    /** For how long both sides answered, microseconds. */
    public long overlap() {
        return firstOfNew == null || lastOfOld == null ? 0 : Math.max(0, lastOfOld - firstOfNew);
    }
}
