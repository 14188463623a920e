package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each store answers in the words of its published interface. */
class TraceChecksTest {

    private static final String APPLICATION = """
            services:
              backend: { host: api, health: { ready: /ready } }
            monitoring:
              service: backend
              request: { get: /products }
              traces: { services: [ gateway, backend ] }
            """;
    private static final String LIMITS = "limits: { monitoring-and-logging: { traces-within: 300ms } }";
    private static final String JAEGER_UNKNOWN =
            "{\"data\":null,\"total\":0,\"limit\":0,\"offset\":0,\"errors\":[{\"code\":404,\"msg\":\"trace not found\"}]}";

    private final ConcurrentLinkedDeque<String> parents = new ConcurrentLinkedDeque<>();

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void findsTheTraceInJaeger() {
        traced("/api/traces/", 200, jaeger("gateway", "backend"));
        assertThat(jaeger().status()).isEqualTo(Status.PROVEN);
        assertThat(parents.getLast()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void missesATraceThatJaegerDoesNotKnow() {
        traced("/api/traces/", 404, JAEGER_UNKNOWN);
        ItemResult result = jaeger();
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(String.join("\n", result.causes()))
                .contains("parts of the trace by backend of backend at target is 0; rule: at least 1"
                        + " (monitoring.traces.services; limits.monitoring-and-logging.traces-within)")
                .contains("nothing under this trace");
    }

    @Test
    void missesAServiceThatDoesNotContinueTheTrace() {
        traced("/api/traces/", 200, jaeger("gateway"));
        ItemResult result = jaeger();
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .contains("parts of the trace by backend")
                .contains("it has parts by gateway");
    }

    @Test
    void takesAWrongPathForNoAnswer() {
        traced("/elsewhere/", 200, "{}");
        ItemResult result = jaeger();
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes()).singleElement().asString().contains("the trace store answers no query");
    }

    @Test
    void findsTheTraceInTempo() {
        traced("/api/traces/", 200, """
                {"batches":[
                  {"resource":{"attributes":[{"key":"host.name","value":{"stringValue":"a"}},
                    {"key":"service.name","value":{"stringValue":"gateway"}}]},"scopeSpans":[]},
                  {"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"backend"}}]},"scopeSpans":[]}]}
                """);
        assertThat(tempo().status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void believesA404OfTempoOnlyWhereTempoAnswers() {
        traced("/api/traces/", 404, "");
        assertThat(tempo().status()).isEqualTo(Status.UNPROVEN);
        deployment.answers("/api/echo", 200, "echo");
        assertThat(tempo().status()).isEqualTo(Status.FAILED);
    }

    @Test
    void asksAnyOtherStoreAsDeclared() {
        traced("/zipkin/api/v2/trace/", 200, """
                [{"traceId":"1","localEndpoint":{"serviceName":"gateway"}},
                 {"traceId":"1","localEndpoint":{"serviceName":"backend"}}]
                """);
        assertThat(zipkin().status()).isEqualTo(Status.PROVEN);
        traced("/zipkin/api/v2/trace/", 404, "trace not found");
        assertThat(zipkin().status()).isEqualTo(Status.FAILED);
        traced("/zipkin/api/v2/trace/", 503, "starting");
        assertThat(zipkin().status()).isEqualTo(Status.UNPROVEN);
    }

    @Test
    void isNotAskedWhereNoTracesAreDeclared() {
        ItemResult result =
                deployment.judge(TraceChecks.class, APPLICATION.replaceAll("  traces: .*\n", ""), LIMITS, "");
        assertThat(result.obligations()).isEmpty();
    }

    private ItemResult jaeger() {
        return judge("{ kind: jaeger, url: \"" + deployment.origin() + "\" }");
    }

    private ItemResult tempo() {
        return judge("{ kind: tempo, url: \"" + deployment.origin() + "\" }");
    }

    private ItemResult zipkin() {
        return judge(
                "{ kind: query, url: \"" + deployment.origin()
                        + "\", ask: { get: \"/zipkin/api/v2/trace/{trace}\" }, services: \"$[*].localEndpoint.serviceName\", absent: 404 }");
    }

    private ItemResult judge(String store) {
        return deployment.judge(TraceChecks.class, APPLICATION, LIMITS, "traces: " + store);
    }

    /** Whoever asks for a product has the trace answered so from then on. */
    private void traced(String path, int status, String answer) {
        deployment.answers("/products", exchange -> {
            String parent = exchange.getRequestHeaders().getFirst("traceparent");
            parents.add(parent);
            deployment.answers(path + parent.split("-")[1], status, answer);
            TestServer.json(exchange, 200, "{}", Map.of());
        });
    }

    private static String jaeger(String... services) {
        StringBuilder processes = new StringBuilder();
        for (String service : services) {
            processes
                    .append(processes.isEmpty() ? "" : ",")
                    .append("\"p")
                    .append(processes.length())
                    .append("\":{\"serviceName\":\"")
                    .append(service)
                    .append("\",\"tags\":[]}");
        }
        return "{\"data\":[{\"traceID\":\"1\",\"spans\":[],\"processes\":{" + processes
                + "}}],\"total\":0,\"limit\":0,\"offset\":0,\"errors\":null}";
    }
}
