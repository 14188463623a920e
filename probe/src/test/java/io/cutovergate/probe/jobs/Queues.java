package io.cutovergate.probe.jobs;

import io.cutovergate.harness.config.Jobs;
import io.cutovergate.probe.sql.Reading;
import io.cutovergate.probe.testing.TestDatabases;
import io.cutovergate.testbed.process.Database;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queues as the files describe them, read as the checks do. */
final class Queues {

    private Queues() {}

    static Jobs of(Jobs.Queue queue, String schema) {
        return new Jobs(
                queue, "main", schema, "qrtz_", null, null, null, null, null, null, Map.of(), Map.of(), List.of());
    }

    static Jobs query(String waiting) {
        return new Jobs(
                Jobs.Queue.QUERY,
                "main",
                "public",
                "qrtz_",
                null,
                waiting,
                null,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                List.of());
    }

    static Jobs inRedis(Jobs.Queue queue, Jobs.@Nullable Lists lists) {
        return new Jobs(
                queue, "main", "public", "qrtz_", "queue", null, null, lists, null, null, Map.of(), Map.of(),
                List.of());
    }

    static Jobs heldBy(String query) {
        return new Jobs(
                Jobs.Queue.QUERY,
                "main",
                "public",
                "qrtz_",
                null,
                "select 0, 0",
                query,
                null,
                null,
                null,
                Map.of(),
                Map.of(),
                List.of());
    }

    static Waiting held(Database database, Jobs jobs) {
        try (Reading reading = TestDatabases.Server.read(database).reading()) {
            return QueueReader.held(reading.in(jobs.schema()), jobs);
        }
    }

    static Waiting waiting(Database database, Jobs jobs) {
        try (Reading reading = TestDatabases.Server.read(database).reading()) {
            return QueueReader.inDatabase(reading.in(jobs.schema()), jobs);
        }
    }
}
