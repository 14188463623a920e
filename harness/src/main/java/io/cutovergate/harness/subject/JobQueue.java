package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SideConfig;
import java.util.List;

/** The queue of background jobs. */
public record JobQueue(String name, Vantage vantage, SideConfig.Database database, Jobs jobs, Limits.Queue limits)
        implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code jobs}. */
    public static final class Source implements SubjectSource<JobQueue> {

        @Override
        public List<JobQueue> subjects(Migration migration, Vantage vantage) {
            Jobs jobs = migration.application().jobs();
            if (jobs == null) {
                return List.of();
            }
            return List.of(new JobQueue(
                    jobs.database(),
                    vantage,
                    migration.database(jobs.database(), vantage.side()),
                    jobs,
                    migration.environment().limits().backgroundJobsExecute()));
        }

        @Override
        public String configuredBy() {
            return "jobs";
        }
    }
}
