package io.cutovergate.cutover.watch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A time in which nobody who asked was served.
 *
 * <p>It begins midway between the last good answer and the first request that was not served, or not in time, and ends
 * midway between the last failure and the first good answer to a request that was sent in it, less the time that a good
 * answer takes (never before that failure): where one takes long, half of it would be added to each outage. Counting failures instead
 * would make a freeze too short by a whole deadline, as its last requests are still answered when it ends; waiting for
 * the last failure would make it too long, as dropped packets fail a deadline after the network is back: of a failure that
 * ended later than that answer it is known only that nobody was served when it was sent.
 *
 * @param from microseconds since the anchor
 * @param to the same; where it was not over, the end of what was seen
 * @param over whether somebody was served afterwards
 * @param how the endings of those that were not served, with their numbers
 */
public record Outage(long from, long to, boolean over, Map<Outcome, Integer> how) {

    public Outage {
        how = Map.copyOf(how);
    }

    public long micros() {
        return to - from;
    }

    /** {@code 12× refused, 1× reset}. */
    public String why() {
        return how.entrySet().stream()
                .sorted(Map.Entry.<Outcome, Integer>comparingByValue().reversed())
                .map(entry -> entry.getValue() + "× " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /**
     * The outages of a series.
     *
     * @param sent its observations by the time at which they were sent
     * @param period between two requests, microseconds; outages no further apart than two of them are one
     */
    static List<Outage> of(List<Observation> sent, long period) {
        List<Outage> outages = new ArrayList<>();
        long usual = usual(sent);
        long lastGood = sent.isEmpty() ? 0 : sent.get(0).sent();
        int next = 0;
        while (next < sent.size()) {
            Observation first = sent.get(next);
            if (first.outcome() == Outcome.OK) {
                lastGood = Math.max(lastGood, first.done());
                next++;
                continue;
            }
            long served = firstServed(sent, next);
            boolean over = served != Long.MAX_VALUE;
            Map<Outcome, Integer> how = new EnumMap<>(Outcome.class);
            long lastFailure = first.sent();
            long end = first.done();
            int index = next;
            while (index < sent.size() && sent.get(index).sent() < served) {
                Observation one = sent.get(index++);
                end = Math.max(end, one.done());
                if (one.outcome() != Outcome.OK) {
                    how.merge(one.outcome(), 1, Integer::sum);
                }
                if (!one.served()) {
                    // Nobody was served when a request was sent that failed, however much later it gave up.
                    lastFailure = Math.max(lastFailure, one.done() <= served ? one.done() : one.sent());
                }
            }
            // Who waited in it and was answered first tells when it was over, whoever else gives up later.
            boolean frozen = sent.subList(next, index).stream()
                    .anyMatch(one -> one.outcome() == Outcome.SLOW && one.done() == served);
            frozen |= how.keySet().equals(java.util.Set.of(Outcome.SLOW));
            long from = midway(Math.min(lastGood, first.sent()), first.sent());
            long back = Math.max(lastFailure, served - usual);
            long to = !over ? end : frozen ? served : midway(lastFailure, back);
            add(outages, new Outage(from, to, over, how), 2 * period);
            lastGood = over ? served : lastGood;
            next = index;
        }
        return outages;
    }

    /** How long a good answer takes: whoever gave one was there that much earlier. */
    private static long usual(List<Observation> sent) {
        long[] took = sent.stream()
                .filter(one -> one.outcome() == Outcome.OK)
                .mapToLong(one -> one.done() - one.sent())
                .sorted()
                .toArray();
        return took.length == 0 ? 0 : took[took.length / 2];
    }

    /** When the first request that was sent from here on was served. */
    private static long firstServed(List<Observation> sent, int start) {
        long first = Long.MAX_VALUE;
        for (int i = start; i < sent.size() && sent.get(i).sent() < first; i++) {
            if (sent.get(i).served()) {
                first = Math.min(first, sent.get(i).done());
            }
        }
        return first;
    }

    private static void add(List<Outage> outages, Outage next, long gap) {
        Outage last = outages.isEmpty() ? null : outages.get(outages.size() - 1);
        if (last == null || next.from() - last.to() > gap || !onlySlow(last) || !onlySlow(next)) {
            outages.add(next);
            return;
        }
        // One that is answered slowly all the time is one, not one for each answer.
        Map<Outcome, Integer> how = new EnumMap<>(last.how());
        next.how().forEach((outcome, count) -> how.merge(outcome, count, Integer::sum));
        outages.set(outages.size() - 1, new Outage(last.from(), next.to(), next.over(), how));
    }

    private static boolean onlySlow(Outage outage) {
        return outage.how().keySet().stream().allMatch(Outcome::served);
    }

    private static long midway(long one, long other) {
        return one + (other - one) / 2;
    }
}
