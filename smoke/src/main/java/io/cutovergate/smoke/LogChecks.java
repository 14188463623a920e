package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.MonitoringAndLogging;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachLogStore;
import io.cutovergate.harness.subject.LoggedService;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The way of one request into the log store. */
@MonitoringAndLogging
@EachLogStore
record LogChecks(LoggedService service, HttpProbe http, Login login, Evidence evidence) {

    /** Clocks of the store and of this machine may differ; the mark is unique, so a wide window finds nothing else. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    @Check("a marked request is found in the log store within the limit")
    void findsTheMarkedRequest() {
        String mark = "cutover-gate-" + UUID.randomUUID();
        Instant sent = Instant.now();
        HttpRequest marked = login.as(
                service.monitoring().request().as(),
                HttpRequest.of(service.host(), service.monitoring().request())
                        .header(service.monitoring().header(), mark));
        HttpAnswer answer = http.ask(marked);
        Loki loki = new Loki(service.logs(), http);
        String query = service.logQuery().replace("{mark}", mark);
        Duration within = service.limits().logsWithin();
        long lines = Polling.until(
                within,
                () -> loki.lines(query, sent.minus(CLOCKS), Instant.now().plus(CLOCKS)),
                found -> found > 0);
        evidence.measure("log lines of the marked request", service, lines)
                .detail(marked + " with " + service.monitoring().header() + ": " + mark + " was answered " + answer
                        + "; asked " + service.logs().url() + " for up to " + Units.print(within) + ": " + query)
                .atLeast(1L, "limits.monitoring-and-logging.logs-within");
    }
}
