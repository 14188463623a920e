package io.cutovergate.probe.login;

import io.cutovergate.probe.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The header that shows who asks. */
public record Credential(String header, String value) {

    private static final String BEARER = "Bearer ";

    /** An access token (RFC 6750, section 2.1). */
    public static Credential bearer(String token) {
        return new Credential("Authorization", BEARER + token);
    }

    /** Name and password (RFC 7617). */
    static Credential basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credential("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The same request with it. */
    public HttpRequest on(HttpRequest request) {
        return request.header(header, value);
    }

    boolean isToken() {
        return value.startsWith(BEARER);
    }

    String token() {
        return value.substring(BEARER.length());
    }

    /** Without what is secret of it. */
    @Override
    public String toString() {
        return header;
    }
}
