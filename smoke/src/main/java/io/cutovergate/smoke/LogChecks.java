package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.MonitoringAndLogging;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachLogStore;
import io.cutovergate.harness.subject.MonitoredService;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.smoke.search.LogSearch;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;

/** The way of one request into the log store. */
@MonitoringAndLogging
@EachLogStore
record LogChecks(MonitoredService service, HttpProbe http, Login login, Evidence evidence) {

    @Check("a marked request is found in the log store within the limit")
    void findsTheMarkedRequest() {
        String mark = "cutover-gate-" + UUID.randomUUID();
        String query = service.logQuery().replace("{mark}", mark);
        LongSupplier lines = LogSearch.begin(service.logs(), query, mark, http, Clock.systemUTC());
        HttpRequest marked = login.as(
                service.monitoring().request().as(),
                HttpRequest.of(service.host(), service.monitoring().request())
                        .header(service.monitoring().header(), mark));
        HttpAnswer answer = http.ask(marked);
        Duration within = service.within();
        long found = Polling.until(within, lines::getAsLong, count -> count > 0);
        evidence.measure("log lines of the marked request", service, found)
                .detail(marked + " with " + service.monitoring().header() + ": " + mark + " was answered " + answer
                        + "; asked " + service.logs().where() + " for up to " + Units.print(within) + ": " + query)
                .atLeast(1L, "limits.monitoring-and-logging.logs-within");
    }
}
