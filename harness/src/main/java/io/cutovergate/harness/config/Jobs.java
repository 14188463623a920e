package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Background jobs. */
@Section("Background jobs.")
public record Jobs(
        @Key("The queue library, whose tables are read.") Queue queue,

        @Key(value = "Database that holds the queue.", byDefault = "main")
        String database,

        @Key(value = "Schema of the queue's tables.", byDefault = "public")
        String schema,

        @Key("A harmless job with an effect that can be seen.") @Nullable
        Probe probe) {

    /** Queue libraries whose tables are read. */
    public enum Queue {
        DB_SCHEDULER,
        JOBRUNR
    }

    @Section("A harmless job with an effect that can be seen. {id} stands for an identifier made for each run.")
    public record Probe(
            @Key("Service that takes the request.") String service,

            @Key(
                    value = "Request that enqueues it.",
                    example = "{ post: /api/jobs/probe, body: { id: \"{id}\" }, status: 202 }")
            Request enqueue,

            @Key(
                    value = "Query of the queue's database that counts the effects.",
                    example = "select count(*) from job_effects where id = :id")
            String effect,

            @Key(value = "Time until the effect.", byDefault = "30s")
            Duration within,

            @Key(value = "Time in which it must not happen again.", byDefault = "3s")
            Duration settle) {}
}
