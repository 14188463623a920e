package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked from outside, all the time, while the system moves. */
@Section("What is asked from outside, through the public names, all the time while the system moves.")
public record Watched(
        @Key(
                value = "How an answer tells which side gave it; without a header certificate and address do.",
                byDefault = "{}")
        Told side,

        @Key("Requests that read, by name.") Map<String, Reading> reads,

        @Key("Requests that write, by name, of letters and digits: the identifiers of what is written begin with it.")
        Map<String, Writing> writes) {

    public Watched {
        if (reads.isEmpty() && writes.isEmpty()) {
            throw new IllegalArgumentException("at least one of reads and writes is needed");
        }
        for (String name : writes.keySet()) {
            if (!name.matches("[A-Za-z0-9]+")) {
                throw new IllegalArgumentException("the name of a write has letters and digits only, not " + name);
            }
        }
    }

    @Section("How an answer tells which side gave it.")
    public record Told(
            @Key(value = "Header of the answer.", example = "X-Side") @Nullable
            String header,

            @Key(value = "Its value where the source answers.", byDefault = "source")
            String source,

            @Key(value = "Its value where the target answers.", byDefault = "target")
            String target) {}

    @Section("A request that reads.")
    public record Reading(
            @Key("Service that is asked.") String service,

            @Key(value = "The request and the status that it must get.", example = "{ get: /api/products?limit=1 }")
            Request request) {}

    @Section("A request that writes. Each is sent once, and counts as taken when it gets its status.")
    public record Writing(
            @Key("Service that is asked.") String service,

            @Key(
                    value =
                            "The request; {id} in its path, headers and body becomes an identifier of its own, which begins with the run's prefix.",
                    example =
                            "{ post: /api/orders, as: gate, headers: { Idempotency-Key: \"{id}\" }, body: {…}, status: 201 }")
            Request request,

            @Key("Database in which what was written stands.")
            String database,

            @Key(
                    value =
                            "Query of the identifiers that begin with :prefix, a row for each time that one stands there; a second column may hold what was written.",
                    example = "select idempotency_key from public.orders where idempotency_key like :prefix || '%'")
            String stands,

            @Key(value = "JSONPath of the answer's own name for what was written.", example = "$.id") @Nullable
            String told,

            @Key(
                    value =
                            "The request that removes it afterwards; {told} and {id} stand for that name and the identifier.",
                    example = "{ delete: \"/api/orders/{told}\", as: gate, status: 204 }")
            @Nullable
            Request remove) {}
}
