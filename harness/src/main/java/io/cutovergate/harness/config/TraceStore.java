package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.harness.yaml.Section;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a side's traces are asked for. */
@Section("Where a side's traces are asked for, by their ID.")
public record TraceStore(
        @Key("The interface it speaks; query is any other over HTTP.")
        Kind kind,

        @Key(value = "Base address.", example = "https://jaeger.example")
        String url,

        @Key("Bearer token, where one is asked.") @Nullable Secret token,

        @Key(
                value = "Further request headers, which are secret.",
                example = "{ x-api-key: \"${command:printenv APP_INSIGHTS_KEY}\" }")
        Map<String, Secret> secretHeaders,

        @Key(
                value =
                        "With kind: query. The request, and what its answer must be to count; {trace} stands for the trace's ID.",
                example = "{ get: \"/zipkin/api/v2/trace/{trace}\" }")
        @Nullable
        Request ask,

        @Key(
                value = "With kind: query. JSONPath of the names of the services that the trace's spans are of.",
                example = "$[*].localEndpoint.serviceName")
        @Nullable
        String services,

        @Key(value = "With kind: query. Status of an answer that says that there is no such trace.", example = "404")
        @Nullable
        Integer absent) {

    public TraceStore {
        if ((kind == Kind.QUERY) != (ask != null && services != null)) {
            throw new IllegalArgumentException("ask and services belong to kind: query, and both are needed there");
        }
    }

    /** The query interface. */
    public enum Kind {
        JAEGER,
        TEMPO,
        QUERY
    }
}
