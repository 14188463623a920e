package io.cutovergate.harness.subject;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.config.Migration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Work of the source that may still be to be done: its job queue, or a store beside it.
 *
 * @param store the declared one; {@code null} of the queue
 */
public record WorkInFlight(String name, Vantage vantage, Jobs jobs, Jobs.@Nullable InFlight store) implements Subject {

    /** Whether it is in a cache, and in no database. */
    public boolean isInRedis() {
        return store == null && jobs.queue().isInRedis();
    }

    /** The database that holds it. */
    public String database() {
        return store == null ? jobs.database() : store.database();
    }

    /** The schema of its tables. */
    public String schema() {
        return store == null ? jobs.schema() : store.schema();
    }

    /** The key that declares it, for messages. */
    public String key() {
        return store == null ? "jobs.queue" : "jobs.in-flight." + name;
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code jobs}. A queue that is not known and counts only is not asked where stores say what it holds. */
    public static final class Source implements SubjectSource<WorkInFlight> {

        @Override
        public List<WorkInFlight> subjects(Migration migration, Vantage vantage) {
            Jobs jobs = migration.application().jobs();
            if (jobs == null || migration.environment().source() == null) {
                return List.of();
            }
            // Queues and databases are reached by addresses of their own, not through the side's entry.
            Vantage source = new Vantage(Side.SOURCE, Route.PUBLIC_NAME);
            List<WorkInFlight> all = new ArrayList<>();
            if (jobs.queue() != Jobs.Queue.QUERY || jobs.inFlight().isEmpty()) {
                all.add(new WorkInFlight("job queue", source, jobs, null));
            }
            jobs.inFlight().forEach((name, store) -> all.add(new WorkInFlight(name, source, jobs, store)));
            return List.copyOf(all);
        }

        @Override
        public String configuredBy() {
            return "jobs";
        }
    }
}
