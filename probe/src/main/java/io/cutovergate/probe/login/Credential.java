package io.cutovergate.probe.login;

import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.tls.ClientIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What shows who asks: a header, or a certificate.
 *
 * @param identity null for a header
 */
public record Credential(
        String header, String value, @Nullable ClientIdentity identity) {

    private static final String BEARER = "Bearer ";

    Credential(String header, String value) {
        this(header, value, null);
    }

    /** A certificate in the TLS handshake. */
    static Credential certificate(ClientIdentity identity) {
        return new Credential("client certificate", "", identity);
    }

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
        return identity == null ? request.header(header, value) : request.identity(identity);
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
