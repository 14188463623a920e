package io.cutovergate.probe.metrics;

import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;

/** Reads a counter where metrics are exposed in Prometheus' text format. */
public record Exposition(SideConfig.Metrics metrics, String counter, HttpProbe http) {

    public CounterReading read() {
        HttpRequest request = HttpRequest.get(metrics.exposition());
        HttpAnswer answer = http.send(request.bearer(metrics.token()));
        if (answer.status() != 200) {
            throw new Unexamined("no metrics: " + request + ": " + answer + "; " + answer.gist());
        }
        if (answer.cut()) {
            throw new Unexamined(request + " gives more than this check reads (1 MiB); narrow the exposition");
        }
        return CounterReading.of(answer.body(), counter);
    }
}
