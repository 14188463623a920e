package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;

/** A harmless job that fails. */
public record FailingJob(String name, Vantage vantage, String service, Host host, Jobs jobs, Jobs.Failing failing)
        implements Subject {

    @Override
    public Duration allowance() {
        return failing.within();
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code jobs.failing}. */
    public static final class Source implements SubjectSource<FailingJob> {

        @Override
        public List<FailingJob> subjects(Migration migration, Vantage vantage) {
            Jobs jobs = migration.application().jobs();
            if (jobs == null || jobs.failing() == null) {
                return List.of();
            }
            Jobs.Failing failing = jobs.failing();
            return List.of(new FailingJob(
                    "failing " + failing.enqueue().method() + " "
                            + failing.enqueue().path(),
                    vantage,
                    failing.service(),
                    migration.host(migration.service(failing.service()).host(), vantage.side()),
                    jobs,
                    failing));
        }

        @Override
        public String configuredBy() {
            return "jobs.failing";
        }
    }
}
