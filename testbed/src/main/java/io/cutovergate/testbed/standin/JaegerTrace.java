package io.cutovergate.testbed.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A trace in the words of Jaeger's query service. */
final class JaegerTrace {

    private JaegerTrace() {}

    /** From spans in Zipkin's words. */
    static Map<String, Object> of(String trace, List<JsonNode> spans) {
        Map<String, String> processes = new LinkedHashMap<>();
        List<Map<String, Object>> shown = new ArrayList<>();
        for (JsonNode span : spans) {
            String service = span.path("localEndpoint").path("serviceName").asText();
            String process = processes.computeIfAbsent(service, name -> "p" + (processes.size() + 1));
            shown.add(span(trace, span, process));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        processes.forEach((service, process) -> named.put(process, Map.of("serviceName", service, "tags", List.of())));
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("data", List.of(Map.of("traceID", trace, "spans", shown, "processes", named)));
        whole.put("total", 0);
        whole.put("limit", 0);
        whole.put("offset", 0);
        whole.put("errors", null);
        return whole;
    }

    private static Map<String, Object> span(String trace, JsonNode span, String process) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("traceID", trace);
        shown.put("spanID", span.path("id").asText());
        shown.put("operationName", span.path("name").asText());
        shown.put("references", references(trace, span));
        shown.put("startTime", span.path("timestamp").asLong());
        shown.put("duration", span.path("duration").asLong());
        shown.put("tags", List.of(Map.of("key", "span.kind", "type", "string", "value", "server")));
        shown.put("processID", process);
        return shown;
    }

    private static List<Map<String, String>> references(String trace, JsonNode span) {
        return span.has("parentId")
                ? List.of(Map.of(
                        "refType",
                        "CHILD_OF",
                        "traceID",
                        trace,
                        "spanID",
                        span.path("parentId").asText()))
                : List.of();
    }
}
