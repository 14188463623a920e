package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.MonitoringAndLogging;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachCounter;
import io.cutovergate.harness.subject.MonitoredService;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.metrics.CounterReading;
import io.cutovergate.probe.metrics.Exposition;
import java.math.BigDecimal;

/** A counter that must follow the traffic. */
@MonitoringAndLogging
@EachCounter
record MetricChecks(MonitoredService service, HttpProbe http, Login login, Evidence evidence) {

    private static final int REQUESTS = 10;

    @Check("the counter of requests grows by at least the requests that are sent, within the limit")
    void counterFollowsTraffic() {
        Exposition metrics = new Exposition(service.metrics(), service.counter(), http);
        CounterReading before = metrics.read();
        HttpRequest request = login.as(
                service.monitoring().request().as(),
                HttpRequest.of(service.host(), service.monitoring().request()));
        for (int i = 0; i < REQUESTS; i++) {
            http.send(request);
        }
        BigDecimal wanted = BigDecimal.valueOf(REQUESTS);
        CounterReading after = Polling.until(
                service.within(),
                metrics::read,
                now -> now.sum().subtract(before.sum()).compareTo(wanted) >= 0);
        evidence.attach("samples of " + service.counter(), "text/plain", after.lines());
        evidence.measure("growth of " + service.counter(), service, after.sum().subtract(before.sum()))
                .detail("from " + before + " to " + after + " by " + REQUESTS + " times " + request + "; read at "
                        + service.metrics().exposition() + " for up to "
                        + Units.print(service.within()))
                .atLeast(wanted, "limits.monitoring-and-logging.metrics-within");
    }
}
