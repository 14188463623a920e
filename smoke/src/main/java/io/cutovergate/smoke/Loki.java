package io.cutovergate.smoke;

import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Queries Loki ("Query logs within a range of time" of its HTTP interface). */
record Loki(SideConfig.LogStore store, HttpProbe http) {

    private static final int LIMIT = 10;

    /** How many lines the query finds, at most {@value #LIMIT}; {@link Unexamined} where the query is not answered. */
    long lines(String query, Instant from, Instant to) {
        HttpRequest request = HttpRequest.get(store.url() + "/loki/api/v1/query_range?query="
                + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&start=" + nanos(from) + "&end=" + nanos(to)
                + "&limit=" + LIMIT);
        HttpAnswer answer = http.send(request.bearer(store.token()));
        JsonBody body = JsonBody.of(answer.body());
        if (answer.status() != 200 || !body.text("$.data.resultType").equals("streams")) {
            throw new Unexamined("the log store answers no query: " + request + ": " + answer + "; " + answer.gist());
        }
        return body.count("$.data.result[*].values[*]");
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }
}
