package io.cutovergate.cutover;

import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.watch.RecordReader;
import io.cutovergate.cutover.watch.Records;
import io.cutovergate.cutover.watch.SeriesRecord;
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
import java.util.Map;
import java.util.stream.Collectors;

/** The records of the watch that belongs to a gate. A watch may still be going on: each check reads what is there. */
@Provided(by = Watches.FromScope.class)
final class Watches {

    private final Migration migration;
    private final Clock clock;

    Watches(Migration migration, Clock clock) {
        this.migration = migration;
        this.clock = clock;
    }

    /** All that was written down; {@link Unexamined} where nothing was, or of another environment or too long ago. */
    List<WatchRecord> of(Gate gate) {
        Path folder = Records.folder(migration, gate);
        List<WatchRecord> records = RecordReader.folder(folder);
        EnvironmentFile environment = migration.environment();
        for (WatchRecord record : records) {
            if (!record.environment().equals(environment.environment())) {
                throw new Unexamined("the record in " + folder + " is of the environment " + record.environment()
                        + ", not of " + environment.environment());
            }
        }
        Instant last = records.stream()
                .map(WatchRecord::ended)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration age = Duration.between(last, clock.instant());
        if (age.compareTo(environment.watch().maxAge()) > 0) {
            throw new Unexamined("the watch in " + folder + " ended at " + last.truncatedTo(ChronoUnit.SECONDS) + ", "
                    + Units.print(Duration.ofSeconds(age.toSeconds())) + " ago; watch.max-age is "
                    + Units.print(environment.watch().maxAge()));
        }
        return records;
    }

    /** The series of an endpoint, of every observer; {@link Unexamined} where nothing was asked of it. */
    List<SeriesRecord> series(Gate gate, WatchedEndpoint endpoint) {
        List<SeriesRecord> series = of(gate).stream()
                .flatMap(record -> record.series().stream())
                .filter(one -> one.series().endpoint().equals(endpoint.name())
                        && one.series().writes() == endpoint.writes())
                .toList();
        if (series.isEmpty() || series.stream().anyMatch(one -> one.sent().isEmpty())) {
            throw new Unexamined("the watch asked nothing of " + endpoint.name() + ", which came to the files later");
        }
        return series;
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

    /** {@link Unexamined} where an observer was not looking for longer than the limit. */
    void requireNoGap(Gate gate) {
        Map<String, List<WatchRecord>> observers =
                of(gate).stream().collect(Collectors.groupingBy(WatchRecord::observer));
        long limit = rules().maxGap().toNanos() / 1000;
        observers.forEach((observer, records) -> {
            WatchRecord before = null;
            for (WatchRecord record : records.stream()
                    .sorted(Comparator.comparing(WatchRecord::anchor))
                    .toList()) {
                WatchRecord.Gap longest = record.gaps().stream()
                        .max(Comparator.comparingLong(WatchRecord.Gap::micros))
                        .orElse(null);
                if (longest != null && longest.micros() > limit) {
                    throw tooLong(observer, record.at(longest.from()), longest.micros());
                }
                if (before != null) {
                    long between = ChronoUnit.MICROS.between(before.ended(), record.anchor());
                    if (between > limit) {
                        throw tooLong(observer, before.ended(), between);
                    }
                }
                before = record;
            }
        });
    }

    private Unexamined tooLong(String observer, Instant from, long micros) {
        return new Unexamined("the observer " + observer + " itself was not looking for " + micros / 1000 + " ms from "
                + from.truncatedTo(ChronoUnit.MILLIS) + " on: what happened then nobody saw (watch.max-gap is "
                + Units.print(rules().maxGap()) + ")");
    }

    /** Reads anew for each check: the watch may go on. */
    public static final class FromScope implements Provider<Watches> {
        @Override
        public Watches provide(CheckScope scope) {
            return new Watches(scope.migration(), Clock.systemUTC());
        }
    }
}
