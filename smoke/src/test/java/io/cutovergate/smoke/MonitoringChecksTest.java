package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringChecksTest {

    private static final String APPLICATION = """
            services:
              backend: { host: api, health: { ready: /ready } }
            monitoring:
              service: backend
              request: { get: /products }
              log-query: '{app="shop"} |= "{mark}"'
              counter: http_requests_total
            """;
    private static final String LIMITS =
            "limits: { monitoring-and-logging: { logs-within: 300ms, metrics-within: 300ms } }";

    private final AtomicInteger served = new AtomicInteger();
    private final Queue<String> marks = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder).answers("/products", exchange -> {
            served.incrementAndGet();
            String mark = exchange.getRequestHeaders().getFirst("X-Request-Id");
            if (mark != null) {
                marks.add(mark);
            }
            TestServer.json(exchange, 200, "{}", Map.of());
        });
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void aMarkThatReachesTheLogStoreIsFound() {
        answerQueries();
        assertThat(logs().status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aMarkThatIsNotShippedIsMissed() {
        deployment.answers("/loki/api/v1/query_range", 200, "{\"data\":{\"resultType\":\"streams\",\"result\":[]}}");
        ItemResult result = logs();
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .contains("log lines of the marked request of backend at target is 0; rule: at least 1"
                        + " (limits.monitoring-and-logging.logs-within)")
                .contains("was answered 200 from")
                .contains("{app=\"shop\"} |= \"cutover-gate-");
    }

    @Test
    void aLogStoreThatRefusesTheQueryShowsNothing() {
        deployment.answers("/loki/api/v1/query_range", 400, "parse error");
        ItemResult result = logs();
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .contains("the log store answers no query")
                .contains("parse error");
    }

    @Test
    void aCounterThatFollowsTheTrafficOverAllInstancesIsProven() {
        deployment.answers(
                "/metrics",
                exchange -> TestServer.json(
                        exchange,
                        200,
                        "# TYPE http_requests_total counter\nhttp_requests_total{i=\"a}\"} %d 17\nhttp_requests_total{i=\"b\"} 1.5e3\n"
                                .formatted(served.get()),
                        Map.of()));
        assertThat(metrics().status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aCounterThatStandsStillFails() {
        deployment.answers("/metrics", 200, "http_requests_total 7\nhttp_requests_total_other 9\n");
        ItemResult result = metrics();
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .contains("growth of http_requests_total of backend at target is 0; rule: at least 10"
                        + " (limits.monitoring-and-logging.metrics-within)")
                .contains("from 7 (1 samples) to 7 (1 samples) by 10 times GET ");
    }

    @Test
    void metricsThatNobodyServesShowNothing() {
        ItemResult result = metrics();
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .contains("no metrics: GET ")
                .contains("404");
    }

    private ItemResult logs() {
        return deployment.judge(
                LogChecks.class, APPLICATION, LIMITS, "logs: { kind: loki, url: \"" + deployment.origin() + "\" }");
    }

    private ItemResult metrics() {
        return deployment.judge(
                MetricChecks.class,
                APPLICATION,
                LIMITS,
                "metrics: { exposition: \"" + deployment.origin() + "/metrics\" }");
    }

    private void answerQueries() {
        deployment.answers("/loki/api/v1/query_range", exchange -> {
            String query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
            long found = marks.stream().filter(query::contains).count();
            String values = found == 0 ? "" : "[\"1\",\"line\"]";
            TestServer.json(
                    exchange,
                    200,
                    "{\"data\":{\"resultType\":\"streams\",\"result\":[{\"values\":[" + values + "]}]}}",
                    Map.of());
        });
    }
}
