package io.cutovergate.cutover;

import io.cutovergate.cutover.watch.Observation;
import io.cutovergate.cutover.watch.Records;
import io.cutovergate.cutover.watch.Seen;
import io.cutovergate.cutover.watch.Sight;
import io.cutovergate.cutover.watch.WatchRecord;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.WatchedEndpoint;
import io.cutovergate.harness.yaml.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was seen while nothing moved: the baseline, before, of the source alone, and the window, afterwards, of the target alone. Of
 * each observer the newest record counts: after a repair another one is taken.
 */
@Provided(by = Calm.FromScope.class)
final class Calm {

    static final String KEY = "limits.errors-and-latency-stable.";

    private final Migration migration;
    private final Watches watches;
    private final Clock clock;

    Calm(Migration migration, Clock clock) {
        this.migration = migration;
        this.watches = new Watches(migration, clock);
        this.clock = clock;
    }

    /** Which of both records. */
    private enum Part {
        BASELINE(Gate.PRE_CUTOVER, Seen.SOURCE),
        WINDOW(Gate.POST_CUTOVER, Seen.TARGET);

        private final Gate gate;
        private final Seen side;

        Part(Gate gate, Seen side) {
            this.gate = gate;
            this.side = side;
        }

        @Override
        public String toString() {
            return this == BASELINE ? "the baseline" : "the window after the move";
        }
    }

    /**
     * Of every observer and series of the endpoint; {@link Unexamined} where a record is missing or is none of calm.
     *
     * @param note is told which records they are of
     */
    List<BeforeAndAfter> of(WatchedEndpoint endpoint, Consumer<String> note) {
        Map<String, Sight> before = sights(Part.BASELINE, endpoint, note);
        Map<String, Sight> after = sights(Part.WINDOW, endpoint, note);
        TreeSet<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<BeforeAndAfter> both = new ArrayList<>();
        for (String series : all) {
            both.add(pair(series, before.get(series), after.get(series)));
        }
        return both;
    }

    Limits.Stability rules() {
        return migration.environment().limits().errorsAndLatencyStable();
    }

    private BeforeAndAfter pair(String series, @Nullable Sight before, @Nullable Sight after) {
        if (before == null || after == null) {
            throw new Unexamined(series + " is in " + (before == null ? Part.WINDOW : Part.BASELINE) + " and not in "
                    + (before == null ? Part.BASELINE : Part.WINDOW)
                    + ": an observer is compared with itself alone, and an endpoint with itself");
        }
        if (!before.seen().path().equals(after.seen().path())) {
            throw new Unexamined(series + " asked for " + before.seen().path() + " in the baseline and for "
                    + after.seen().path() + " in the window: they cannot be compared");
        }
        if (after.begun().isBefore(before.ended())) {
            throw new Unexamined(
                    "the window of " + series + " began at " + after.begun().truncatedTo(ChronoUnit.SECONDS)
                            + ", before the baseline ended (" + before.ended().truncatedTo(ChronoUnit.SECONDS)
                            + "): it is not of the time after the move");
        }
        return new BeforeAndAfter(series, Stretch.of(before, rules().block()), Stretch.of(after, rules().block()));
    }

    private Map<String, Sight> sights(Part part, WatchedEndpoint endpoint, Consumer<String> note) {
        Map<String, Sight> sights = new LinkedHashMap<>();
        for (WatchRecord record : newest(part, note)) {
            note.accept(part + " of the observer " + record.observer() + ": from "
                    + record.anchor().truncatedTo(ChronoUnit.SECONDS) + " to "
                    + record.ended().truncatedTo(ChronoUnit.SECONDS));
            requireYoung(part, record);
            watches.requireOneClock(record);
            for (Sight sight : Sight.of(List.of(record))) {
                if (sight.seen().series().endpoint().equals(endpoint.name())
                        && sight.seen().series().writes() == endpoint.writes()) {
                    Sight heard = heard(record, sight);
                    if (heard.seen().sent().isEmpty()) {
                        throw new Unexamined(part + " holds no request of " + sight);
                    }
                    watches.requireNoHole(heard);
                    requireOne(part, heard);
                    sights.put(sight.toString(), heard);
                }
            }
        }
        if (sights.isEmpty()) {
            throw new Unexamined(part + " asked nothing of " + endpoint.name() + ", which came to the files later");
        }
        return sights;
    }

    private List<WatchRecord> newest(Part part, Consumer<String> note) {
        List<WatchRecord> all;
        try {
            all = watches.all(part.gate);
        } catch (Unexamined e) {
            throw new Unexamined(
                    part + " is missing (`gate watch --env FILE --gate " + part.gate.id() + " --for "
                            + Units.print(rules().window()) + "` while the " + part.side + " serves): "
                            + e.getMessage(),
                    e);
        }
        Map<String, WatchRecord> newest = new LinkedHashMap<>();
        all.forEach(record -> newest.merge(
                record.observer(), record, (one, other) -> one.anchor().isAfter(other.anchor()) ? one : other));
        if (newest.size() < all.size()) {
            note.accept(part + " is the newest record of its observer; left out are " + (all.size() - newest.size())
                    + " before it");
        }
        return List.copyOf(newest.values());
    }

    /** Of a record that is cut off, or goes on, without those whose end may still be to come: of them only the fast would count. */
    private Sight heard(WatchRecord record, Sight sight) {
        if (record.whole()) {
            return sight;
        }
        long until = record.last() - watches.rules().within().toNanos() / Stretch.UNIT.toNanos();
        return new Sight(sight.seen().until(until), sight.anchor(), false);
    }

    private void requireYoung(Part part, WatchRecord record) {
        Duration most = part == Part.BASELINE ? rules().baselineMaxAge() : rules().maxAge();
        Duration age = Duration.between(record.ended(), clock.instant());
        if (age.compareTo(most) > 0) {
            throw new Unexamined(part + " of the observer " + record.observer() + " ended at "
                    + record.ended().truncatedTo(ChronoUnit.SECONDS) + ", "
                    + Units.print(Duration.ofSeconds(age.toSeconds())) + " ago; " + KEY
                    + (part == Part.BASELINE ? "baseline-max-age" : "max-age") + " is " + Units.print(most));
        }
    }

    /** What is not served may tell nobody's side; what is served by the other side, or by nobody knows whom, is another record. */
    private void requireOne(Part part, Sight sight) {
        List<Observation> others = sight.seen().sent().stream()
                .filter(one -> one.seen() != part.side && (one.served() || one.seen() != Seen.UNKNOWN))
                .toList();
        Optional<Instant> first = others.stream().findFirst().map(one -> sight.at(one.sent()));
        if (first.isPresent()) {
            throw new Unexamined(others.size() + " of the "
                    + sight.seen().sent().size() + " requests of " + sight
                    + " in " + Records.folder(migration, part.gate) + " were answered by "
                    + (others.get(0).seen() == Seen.UNKNOWN
                            ? "nobody whose side can be told (watch.side)"
                            : "the " + others.get(0).seen())
                    + ", the first at " + first.get().truncatedTo(ChronoUnit.SECONDS) + "; " + part + " is of the "
                    + part.side + " alone");
        }
    }

    /** Reads anew for each check: the watch may go on. */
    public static final class FromScope implements Provider<Calm> {
        @Override
        public Calm provide(CheckScope scope) {
            return new Calm(scope.migration(), Clock.systemUTC());
        }
    }
}
