package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Watched;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An endpoint that is asked all the time while the system moves.
 *
 * @param writes whether it writes
 */
public record WatchedEndpoint(String name, Vantage vantage, boolean writes) implements Subject {

    @Override
    public String toString() {
        return id();
    }

    private static List<WatchedEndpoint> reads(Watched watched, Vantage vantage) {
        return watched.reads().keySet().stream()
                .map(name -> new WatchedEndpoint(name, vantage, false))
                .toList();
    }

    private static List<WatchedEndpoint> writes(Watched watched, Vantage vantage) {
        return watched.writes().keySet().stream()
                .map(name -> new WatchedEndpoint(name, vantage, true))
                .toList();
    }

    private static List<WatchedEndpoint> of(Migration migration, Vantage vantage, boolean all) {
        Watched watched = migration.application().watch();
        if (watched == null) {
            return List.of();
        }
        Stream<WatchedEndpoint> reads = all ? reads(watched, vantage).stream() : Stream.empty();
        return Stream.concat(reads, writes(watched, vantage).stream()).toList();
    }

    /** What an endpoint that writes says of itself. */
    public Watched.Writing writing(Migration migration) {
        Watched watched = Objects.requireNonNull(migration.application().watch(), "watch");
        return Objects.requireNonNull(watched.writes().get(name), name);
    }

    /** Reads them from {@code watch}. */
    public static final class Source implements SubjectSource<WatchedEndpoint> {

        @Override
        public List<WatchedEndpoint> subjects(Migration migration, Vantage vantage) {
            return of(migration, vantage, true);
        }

        @Override
        public String configuredBy() {
            return "watch.reads or watch.writes";
        }
    }

    /** Those that write. */
    public static final class Writing implements SubjectSource<WatchedEndpoint> {

        @Override
        public List<WatchedEndpoint> subjects(Migration migration, Vantage vantage) {
            return of(migration, vantage, false);
        }

        @Override
        public String configuredBy() {
            return "watch.writes";
        }
    }
}
