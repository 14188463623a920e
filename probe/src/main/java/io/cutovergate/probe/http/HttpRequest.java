package io.cutovergate.probe.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.probe.tls.ClientIdentity;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param url absolute, with the public name
 * @param body text in UTF-8; its media type is the header {@code Content-Type}
 * @param within time from the connection to the last byte of the answer
 * @param fresh whether it must have a connection of its own, so that a gateway may choose another replica
 * @param identity whose certificate is shown where the server asks for one; null for that of {@code public.tls}, if any
 */
public record HttpRequest(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable String body,
        Duration within,
        boolean fresh,
        @Nullable ClientIdentity identity) {

    /** Where nothing says otherwise. */
    public static final Duration WITHIN = Duration.ofSeconds(10);

    public HttpRequest {
        TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(headers);
        headers = Collections.unmodifiableMap(sorted);
    }

    /** A request without a body. */
    public static HttpRequest of(String method, String url) {
        return new HttpRequest(method, url, Map.of(), null, WITHIN, false, null);
    }

    public static HttpRequest get(String url) {
        return of("GET", url);
    }

    public static HttpRequest get(Host host, String path) {
        return get(host.origin() + path);
    }

    /** A request of the application file; the token of {@link Request#as} is for the caller to add. */
    public static HttpRequest of(Host host, Request request) {
        HttpRequest plain = of(request.method(), host.origin() + request.path());
        HttpRequest whole = request.body() == null ? plain : plain.json(request.body());
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            whole = whole.header(header.getKey(), header.getValue());
        }
        return whole;
    }

    public HttpRequest header(String name, String value) {
        TreeMap<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpRequest(method, url, more, body, within, fresh, identity);
    }

    /** Sends an access token (RFC 6750, section 2.1). */
    public HttpRequest bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** The same where the files give a token; unchanged where they give none. */
    public HttpRequest bearer(@Nullable Secret token) {
        return token == null ? this : bearer(token.reveal());
    }

    /** A body of that media type. */
    public HttpRequest body(String type, String text) {
        return new HttpRequest(method, url, headers, text, within, fresh, identity).header("Content-Type", type);
    }

    /** A value such as the files hold, as a JSON body. */
    public HttpRequest json(Object value) {
        try {
            return body("application/json", new ObjectMapper().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + value, e);
        }
    }

    /** The same of another address. */
    public HttpRequest url(String other) {
        return new HttpRequest(method, other, headers, body, within, fresh, identity);
    }

    /** The same with a text for each of its marks in path, headers and body. */
    public HttpRequest with(String mark, String text) {
        HttpRequest filled = new HttpRequest(
                method,
                url.replace(mark, text),
                headers,
                body == null ? null : body.replace(mark, text),
                within,
                fresh,
                identity);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            filled = filled.header(header.getKey(), header.getValue().replace(mark, text));
        }
        return filled;
    }

    public HttpRequest within(Duration time) {
        return new HttpRequest(method, url, headers, body, time, fresh, identity);
    }

    /** The same with a connection of its own. */
    public HttpRequest onItsOwnConnection() {
        return new HttpRequest(method, url, headers, body, within, true, identity);
    }

    /** The same of who shows another certificate, or none. */
    public HttpRequest identity(ClientIdentity other) {
        return new HttpRequest(method, url, headers, body, within, fresh, other);
    }

    /** Method and URL, for messages. */
    @Override
    public String toString() {
        return method + " " + url;
    }
}
