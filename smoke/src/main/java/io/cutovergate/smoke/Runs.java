package io.cutovergate.smoke;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a scheduled job was due and ran, and on which sides: {@code source}, {@code target} or a side twice.
 *
 * @param sides by due time
 */
record Runs(Map<Instant, List<String>> sides) {

    Runs {
        sides = Collections.unmodifiableMap(new TreeMap<>(sides));
    }

    /** The same with those of one side. */
    Runs with(String side, List<Instant> due) {
        Map<Instant, List<String>> all = new TreeMap<>(sides);
        for (Instant time : due) {
            List<String> before = all.getOrDefault(time, List.of());
            List<String> now = new ArrayList<>(before);
            now.add(side);
            all.put(time, List.copyOf(now));
        }
        return new Runs(all);
    }

    /** Due times that more than one run belongs to, with the sides that ran: {@code 12:00:00Z (source, target)}. */
    List<String> doubled() {
        return sides.entrySet().stream()
                .filter(run -> run.getValue().size() > 1)
                .map(run -> run.getKey() + " (" + String.join(", ", run.getValue()) + ")")
                .toList();
    }

    /**
     * The gaps in which runs are missing: between two, and since the last.
     *
     * @param every from one run to the next
     * @param late how late the last one may be
     */
    List<Gap> gaps(Duration every, Duration late, Instant now) {
        List<Gap> gaps = new ArrayList<>();
        Instant before = null;
        for (Instant due : sides.keySet()) {
            if (before != null) {
                add(gaps, before, due, Duration.between(before, due).dividedBy(every) - 1);
            }
            before = due;
        }
        if (before != null) {
            add(gaps, before, now, Duration.between(before, now.minus(late)).dividedBy(every));
        }
        return List.copyOf(gaps);
    }

    private static void add(List<Gap> gaps, Instant from, Instant to, long missing) {
        if (missing > 0) {
            gaps.add(new Gap(from, to, missing));
        }
    }

    /**
     * A time without runs.
     *
     * @param missing how many there should have been
     */
    record Gap(Instant from, Instant to, long missing) {

        @Override
        public String toString() {
            return missing + " between " + from + " and " + to;
        }
    }
}
