package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Migration;
import java.util.List;

/** A job that runs by a schedule, on whichever side. */
public record ScheduledJob(String name, Vantage vantage, String database, Jobs.Schedule schedule) implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code jobs.scheduled}. */
    public static final class Source implements SubjectSource<ScheduledJob> {

        @Override
        public List<ScheduledJob> subjects(Migration migration, Vantage vantage) {
            Jobs jobs = migration.application().jobs();
            return jobs == null
                    ? List.of()
                    : jobs.scheduled().entrySet().stream()
                            .map(entry -> new ScheduledJob(entry.getKey(), vantage, jobs.database(), entry.getValue()))
                            .toList();
        }

        @Override
        public String configuredBy() {
            return "jobs.scheduled";
        }
    }
}
