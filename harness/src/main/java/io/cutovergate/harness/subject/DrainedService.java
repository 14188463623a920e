package io.cutovergate.harness.subject;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.DrainLimits;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;

/** A service of the source to which nobody shall come any more, with the counter that would tell. */
public record DrainedService(MonitoredService counted, DrainLimits limits) implements Subject {

    @Override
    public String name() {
        return counted.name();
    }

    @Override
    public Vantage vantage() {
        return counted.vantage();
    }

    @Override
    public Duration allowance() {
        return limits.settle().plus(limits.over()).plus(counted.within());
    }

    @Override
    public String toString() {
        return id();
    }

    /** The service of {@code monitoring}, where the source counts its requests. */
    public static final class Source implements SubjectSource<DrainedService> {

        @Override
        public List<DrainedService> subjects(Migration migration, Vantage vantage) {
            if (migration.environment().source() == null) {
                return List.of();
            }
            return new MonitoredService.InMetrics()
                    .subjects(migration, new Vantage(Side.SOURCE, Route.ENTRY)).stream()
                            .map(service -> new DrainedService(
                                    service, migration.environment().limits().sourceDrained()))
                            .toList();
        }

        @Override
        public String configuredBy() {
            return "monitoring.counter and source.metrics";
        }
    }
}
