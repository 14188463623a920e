package io.cutovergate.cutover;

import io.cutovergate.cutover.conduct.Entry;
import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.watch.RecordReader;
import io.cutovergate.cutover.watch.Records;
import io.cutovergate.cutover.watch.Sight;
import io.cutovergate.cutover.watch.WatchRecord;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.EnvironmentFile;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.WatchRules;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.WatchedEndpoint;
import io.cutovergate.harness.yaml.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The records of the watch that belongs to a gate. A watch may still be going on: each check reads what is there. */
@Provided(by = Watches.FromScope.class)
final class Watches {

    /** An observer that lives adds something at least once a second. */
    private static final Duration FLUSHED = Duration.ofSeconds(3);

    private final Migration migration;
    private final Clock clock;

    Watches(Migration migration, Clock clock) {
        this.migration = migration;
        this.clock = clock;
    }

    /** All that was written down, however long ago; {@link Unexamined} where nothing was, or of another environment. */
    List<WatchRecord> all(Gate gate) {
        Path folder = Records.folder(migration, gate);
        List<WatchRecord> records = RecordReader.folder(folder);
        EnvironmentFile environment = migration.environment();
        for (WatchRecord record : records) {
            if (!record.environment().equals(environment.environment())) {
                throw new Unexamined("the record in " + folder + " is of the environment " + record.environment()
                        + ", not of " + environment.environment());
            }
        }
        return records;
    }

    /** The same of the move that is judged now; {@link Unexamined} where it was too long ago. */
    List<WatchRecord> of(Gate gate) {
        List<WatchRecord> records = all(gate);
        Instant last = records.stream()
                .map(WatchRecord::ended)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration age = Duration.between(last, clock.instant());
        if (age.compareTo(rules().maxAge()) > 0) {
            throw new Unexamined("the watch in " + Records.folder(migration, gate) + " ended at "
                    + last.truncatedTo(ChronoUnit.SECONDS) + ", " + Units.print(Duration.ofSeconds(age.toSeconds()))
                    + " ago; watch.max-age is " + Units.print(rules().maxAge()));
        }
        return records;
    }

    /**
     * What every observer saw of an endpoint, to this moment or to the end of what was conducted; {@link Unexamined} where nothing
     * was asked of it, or where an observer ended before.
     */
    List<Sight> sights(Gate gate, WatchedEndpoint endpoint) {
        List<WatchRecord> records = of(gate);
        records.forEach(this::requireOneClock);
        List<Sight> sights = Sight.of(records).stream()
                .filter(sight -> sight.seen().series().endpoint().equals(endpoint.name())
                        && sight.seen().series().writes() == endpoint.writes())
                .toList();
        if (sights.isEmpty()
                || sights.stream().anyMatch(sight -> sight.seen().sent().isEmpty())) {
            throw new Unexamined("the watch asked nothing of " + endpoint.name() + ", which came to the files later");
        }
        sights.forEach(sight -> requireTheEnd(gate, sight));
        return sights;
    }

    /** What was conducted meanwhile; empty where nothing was. */
    Journal journal(Gate gate) {
        try {
            return Journal.open(Records.folder(migration, gate), clock);
        } catch (IOException e) {
            throw new Unexamined("the journal cannot be read: " + e.getMessage(), e);
        }
    }

    WatchRules rules() {
        return migration.environment().watch();
    }

    /** {@link Unexamined} where an observer did not look for longer than the limit. */
    void requireNoHole(Sight sight) {
        Sight.Hole hole = sight.longestHole();
        if (hole.micros() > limit()) {
            throw unseen(
                    sight,
                    "itself was not looking for " + hole.micros() / 1000 + " ms from "
                            + hole.from().truncatedTo(ChronoUnit.MILLIS) + " on: what happened then nobody saw");
        }
    }

    /** The same, and where it did not look from the first step on. */
    void requireLooked(Gate gate, Sight sight) {
        requireNoHole(sight);
        steps(gate)
                .findFirst()
                .map(Entry::at)
                .filter(first -> isBefore(first, sight.begun()))
                .ifPresent(first -> {
                    throw unseen(
                            sight,
                            "began at " + sight.begun() + ", after the first step (" + first
                                    + "): what happened before nobody saw");
                });
    }

    /** An observer that was killed, or ended by itself, before it was over says nothing of the rest. */
    private void requireTheEnd(Gate gate, Sight sight) {
        Instant over =
                steps(gate).reduce((earlier, later) -> later).map(Entry::at).orElse(Instant.MIN);
        // Requests under way are written down when they end; the record is forced to the disk in batches.
        Instant now = clock.instant().minus(rules().within()).minus(FLUSHED);
        Instant needed = sight.whole() || journal(gate).isOver() ? over : now;
        if (isBefore(sight.ended(), needed)) {
            throw unseen(
                    sight,
                    (sight.whole() ? "ended at " : "was killed at ") + sight.ended()
                            + ", before it was over: what came after nobody saw");
        }
    }

    private boolean isBefore(Instant one, Instant other) {
        return one.plus(limit(), ChronoUnit.MICROS).isBefore(other);
    }

    private Stream<Entry> steps(Gate gate) {
        return journal(gate).entries().stream().filter(entry -> !entry.step().isEmpty());
    }

    /** The monotonic clock stands still while a machine is suspended, and so shows no hole: the wall clock does. */
    void requireOneClock(WatchRecord record) {
        if (record.wallDrift() > limit()) {
            throw new Unexamined("the clocks of the observer " + record.observer() + " went apart by "
                    + record.wallDrift() / 1000
                    + " ms: its machine was suspended, or its clock was set, and nobody knows what"
                    + " it did not see (watch.max-gap is " + Units.print(rules().maxGap()) + ")");
        }
    }

    private Unexamined unseen(Sight sight, String how) {
        return new Unexamined("the observer " + sight.seen().observer() + " of "
                + sight.seen().series() + " " + how + " (watch.max-gap is " + Units.print(rules().maxGap()) + ")");
    }

    private long limit() {
        return rules().maxGap().toNanos() / 1000;
    }

    /** Reads anew for each check: the watch may go on. */
    public static final class FromScope implements Provider<Watches> {
        @Override
        public Watches provide(CheckScope scope) {
            return new Watches(scope.migration(), Clock.systemUTC());
        }
    }
}
