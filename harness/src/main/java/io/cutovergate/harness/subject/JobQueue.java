package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Limits;
import io.cutovergate.harness.config.Migration;
import java.util.List;
import java.util.Objects;

/** The queue of background jobs; its name is that of the database or cache that holds it. */
public record JobQueue(String name, Vantage vantage, Jobs jobs, Limits.Queue limits) implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code jobs}. */
    public static class Source implements SubjectSource<JobQueue> {

        @Override
        public List<JobQueue> subjects(Migration migration, Vantage vantage) {
            Jobs jobs = migration.application().jobs();
            if (jobs == null) {
                return List.of();
            }
            String name = jobs.queue().isInRedis() ? Objects.requireNonNull(jobs.cache()) : jobs.database();
            return List.of(new JobQueue(
                    name, vantage, jobs, migration.environment().limits().backgroundJobsExecute()));
        }

        @Override
        public String configuredBy() {
            return "jobs";
        }
    }

    /** The same where it tells which jobs workers hold: what a process took from a list in Redis is nowhere. */
    public static final class Held extends Source {

        @Override
        public boolean asked(Gate gate, Migration migration) {
            Jobs jobs = migration.application().jobs();
            return jobs == null
                    || (!jobs.queue().isInRedis() && (jobs.queue() != Jobs.Queue.QUERY || jobs.held() != null));
        }
    }
}
