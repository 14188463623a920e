package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a request is found again in logs and metrics. */
@Section("How a request is found again in logs and metrics.")
public record Monitoring(
        @Key("Service that is asked.") String service,

        @Key(value = "Request that leaves a trace.", example = "{ get: /api/products }")
        Request request,

        @Key(value = "Request header that carries the mark into the log.", byDefault = "X-Request-Id")
        String header,

        @Key(
                value = "Query of the log stores, where SIDE.logs has none of its own; {mark} stands for the mark.",
                example = "{app=\"shop\"} |= \"{mark}\"")
        @Nullable
        String logQuery,

        @Key("Traces, where requests leave some (W3C Trace Context).") @Nullable
        Traces traces,

        @Key(value = "Counter that must grow with traffic.", example = "http_requests_total") @Nullable
        String counter,

        @Key(
                value =
                        "Answer of /api/v1/rules as it was where the rules are known to be right; without it the source's rules are.",
                example = "alert-rules.json")
        @Nullable
        Path alertRules) {

    @Section("Traces that requests leave: the marked request brings one along, which the services must continue.")
    public record Traces(
            @Key(
                    value = "Services that must have a part in the trace, under the names that their spans give.",
                    example = "[gateway, backend]")
            List<String> services) {

        public Traces {
            if (services.isEmpty()) {
                throw new IllegalArgumentException("services must name at least one");
            }
        }
    }
}
