package io.cutovergate.smoke.search;

import io.cutovergate.harness.config.TraceStore;
import io.cutovergate.probe.http.HttpProbe;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks a trace store for a trace. */
public final class TraceSearch {

    private final Search search;
    private final Store store;

    public TraceSearch(TraceStore traces, HttpProbe http) {
        this.search = search(traces);
        this.store = new Store("trace store", traces.url(), traces.token(), traces.secretHeaders(), null, http);
    }

    /** The names of the services that have parts of the trace; empty where the store has no such trace. */
    public List<String> services(String trace) {
        return store.texts(search, new Sought(Map.of("trace", trace)));
    }

    private static Search search(TraceStore traces) {
        return switch (traces.kind()) {
            // Jaeger, "HTTP JSON" of the query service (jaegertracing.io/docs/latest/architecture/apis), and its
            // internal/uiconv: who does not know a trace says so in an error with code 404.
            case JAEGER ->
                Search.get("/api/traces/{trace}", Map.of(), "$.data[*].processes.*.serviceName")
                        .orAbsent(404, Map.of("$.errors[0].code", "404"), null);
            // Tempo, "Query" and "Query Echo endpoint" (grafana.com/docs/tempo/latest/api_docs): 404 has no body to
            // know it
            // by, so that the echo must tell that Tempo gave it.
            case TEMPO ->
                Search.get(
                                "/api/traces/{trace}",
                                Map.of(),
                                "$.batches[*].resource.attributes[?(@.key == 'service.name')].value.stringValue")
                        .orAbsent(404, Map.of(), "/api/echo");
            case QUERY -> {
                Search declared = DeclaredSearch.of(
                        Objects.requireNonNull(traces.ask()), Objects.requireNonNull(traces.services()));
                yield traces.absent() == null ? declared : declared.orAbsent(traces.absent(), Map.of(), null);
            }
        };
    }
}
