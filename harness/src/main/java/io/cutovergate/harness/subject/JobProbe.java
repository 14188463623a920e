package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.EffectStore;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A harmless job with an effect that can be seen: in the database, or where {@code effects} is. */
public record JobProbe(
        String name,
        Vantage vantage,
        String service,
        Host host,
        Jobs.Probe probe,
        @Nullable EffectStore effects) implements Subject {

    @Override
    public Duration allowance() {
        return probe.within().plus(probe.settle());
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code jobs.probe}. */
    public static final class Source implements SubjectSource<JobProbe> {

        @Override
        public List<JobProbe> subjects(Migration migration, Vantage vantage) {
            Jobs jobs = migration.application().jobs();
            if (jobs == null || jobs.probe() == null) {
                return List.of();
            }
            Jobs.Probe probe = jobs.probe();
            EffectStore effects = migration.side(vantage.side()).effects();
            if (probe.effectAt() != null && effects == null) {
                return List.of();
            }
            return List.of(new JobProbe(
                    probe.enqueue().method() + " " + probe.enqueue().path(),
                    vantage,
                    probe.service(),
                    migration.host(migration.service(probe.service()).host(), vantage.side()),
                    probe,
                    effects));
        }

        @Override
        public String configuredBy() {
            return "jobs.probe, with SIDE.effects where it has effect-at";
        }
    }
}
