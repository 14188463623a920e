package io.cutovergate.smoke;

import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Request;
import io.cutovergate.probe.http.HttpRequest;

/** The request that enqueues the harmless job, with its identifier for each {@code {id}} of path, headers and body. */
final class JobRequest {

    private static final String MARK = "{id}";

    private JobRequest() {}

    static HttpRequest of(Host host, Request enqueue, String id) {
        HttpRequest open = HttpRequest.of(host, enqueue);
        HttpRequest request = new HttpRequest(
                open.method(),
                open.url().replace(MARK, id),
                open.headers(),
                open.body() == null ? null : open.body().replace(MARK, id),
                open.within(),
                open.fresh());
        for (var header : open.headers().entrySet()) {
            request = request.header(header.getKey(), header.getValue().replace(MARK, id));
        }
        return request;
    }
}
