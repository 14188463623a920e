package io.cutovergate.smoke;

import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Request;
import io.cutovergate.probe.http.HttpRequest;

/** The request that enqueues the harmless job, with its identifier for each {@code {id}} of path, headers and body. */
final class JobRequest {

    private static final String MARK = "{id}";

    private JobRequest() {}

    static HttpRequest of(Host host, Request enqueue, String id) {
        return HttpRequest.of(host, enqueue).with(MARK, id);
    }
}
