package io.cutovergate.testbed.shop;

import java.util.LinkedHashMap;
import java.util.Map;

/** A refusal in the API's one error form, {@code application/problem+json} (RFC 9457, type about:blank). */
final class Problem extends RuntimeException {

    private final int status;
    private final String title;
    private final Map<String, String> headers;

    private Problem(int status, String title, String detail, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.title = title;
        this.headers = headers;
    }

    static Problem badRequest(String detail) {
        return new Problem(400, "Bad Request", detail, Map.of());
    }

    /** No usable token (RFC 6750, section 3). */
    static Problem unauthorized(String detail, String challenge) {
        return new Problem(401, "Unauthorized", detail, Map.of("WWW-Authenticate", challenge));
    }

    static Problem forbidden(String detail) {
        return new Problem(403, "Forbidden", detail, Map.of());
    }

    static Problem notFound(String detail) {
        return new Problem(404, "Not Found", detail, Map.of());
    }

    static Problem methodNotAllowed(String allowed) {
        return new Problem(405, "Method Not Allowed", "allowed: " + allowed, Map.of("Allow", allowed));
    }

    static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail, Map.of());
    }

    static Problem tooLarge(int limit) {
        return new Problem(413, "Content Too Large", "at most " + limit + " bytes", Map.of());
    }

    static Problem unsupportedType() {
        return new Problem(
                415, "Unsupported Media Type", "send application/json", Map.of("Accept-Post", "application/json"));
    }

    static Problem unprocessable(String detail) {
        return new Problem(422, "Unprocessable Content", detail, Map.of());
    }

    static Problem internal() {
        return new Problem(500, "Internal Server Error", "the cause stands in the log", Map.of());
    }

    static Problem unavailable(String detail) {
        return new Problem(503, "Service Unavailable", detail, Map.of("Retry-After", "1"));
    }

    Reply reply(String path) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", title);
        body.put("status", status);
        body.put("detail", getMessage());
        body.put("instance", path);
        Reply reply = Reply.json(status, body).with("Content-Type", "application/problem+json");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }
}
