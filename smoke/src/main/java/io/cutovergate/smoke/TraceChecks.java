package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.MonitoringAndLogging;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachTraceStore;
import io.cutovergate.harness.subject.MonitoredService;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.smoke.search.TraceSearch;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The way of one request through the services, as their traces tell it. */
@MonitoringAndLogging
@EachTraceStore
record TraceChecks(MonitoredService service, HttpProbe http, Login login, Evidence evidence) {

    @Check(
            "a request that brings a trace along is found under it in the trace store, with each of the services, within the limit")
    void continuesTheTrace() {
        Traceparent trace = Traceparent.sampled();
        HttpRequest marked = login.as(
                service.monitoring().request().as(),
                HttpRequest.of(service.host(), service.monitoring().request()).header("traceparent", trace.toString()));
        HttpAnswer answer = http.ask(marked);
        TraceSearch store = new TraceSearch(service.traces(), http);
        Duration within = service.within();
        Set<String> wanted = new HashSet<>(wantedServices());
        List<String> found =
                Polling.until(within, () -> store.services(trace.id()), names -> names.containsAll(wanted));
        evidence.forEach(wantedServices(), name -> evidence.measure(
                        "parts of the trace by " + name,
                        service,
                        found.stream().filter(name::equals).count())
                .detail(marked + " with traceparent: " + trace + " was answered " + answer + "; asked "
                        + service.traces().url() + " for up to " + Units.print(within) + ": "
                        + (found.isEmpty()
                                ? "nothing under this trace: nothing was sent to the store, or under a trace of another ID"
                                : "it has parts by " + String.join(", ", new HashSet<>(found))))
                .atLeast(1L, "monitoring.traces.services; limits.monitoring-and-logging.traces-within"));
    }

    private List<String> wantedServices() {
        return Objects.requireNonNull(service.monitoring().traces()).services();
    }
}
