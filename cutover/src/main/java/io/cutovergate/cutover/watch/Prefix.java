package io.cutovergate.cutover.watch;

import io.cutovergate.probe.http.HttpRequest;
import java.security.SecureRandom;
import java.util.Map;

/**
 * Names what is written: all of a run begin alike, so that they can be found and removed.
 *
 * @param run a random word
 */
record Prefix(String run, String endpoint) {

    private static final String MARK = "{id}";

    /** A run's random word: enough that two runs do not meet. */
    static String fresh() {
        return Long.toString(new SecureRandom().nextLong() >>> 1, 36);
    }

    String text() {
        return "gate-" + run + "-" + endpoint.replaceAll("[^A-Za-z0-9]", "") + "-";
    }

    String id(long number) {
        return text() + number;
    }

    /** The request with that identifier for each {@code {id}} of path, headers and body. */
    static HttpRequest with(String id, HttpRequest open) {
        HttpRequest request = new HttpRequest(
                open.method(),
                open.url().replace(MARK, id),
                open.headers(),
                open.body() == null ? null : open.body().replace(MARK, id),
                open.within(),
                open.fresh());
        for (Map.Entry<String, String> header : open.headers().entrySet()) {
            request = request.header(header.getKey(), header.getValue().replace(MARK, id));
        }
        return request;
    }
}
