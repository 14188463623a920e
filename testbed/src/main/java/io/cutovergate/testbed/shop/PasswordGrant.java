package io.cutovergate.testbed.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks the issuer whether a password is right (RFC 6749, section 4.3), at its token endpoint {@code SHOP_TOKENS}. */
record PasswordGrant(HttpClient http, URI endpoint) {

    private static final String CLIENT = "shop-account";

    static PasswordGrant at(URI endpoint) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        return new PasswordGrant(http, endpoint);
    }

    /** Who it is; empty where name or password is wrong, 503 where nobody can tell. */
    Optional<Principal> principal(String name, String password) throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "password");
        form.put("client_id", CLIENT);
        form.put("scope", "openid");
        form.put("username", name);
        form.put("password", password);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", Forms.TYPE)
                .POST(HttpRequest.BodyPublishers.ofString(Forms.encode(form)))
                .build();
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() != 200) {
            return Optional.empty();
        }
        try {
            String token = Json.read(response.body(), JsonNode.class)
                    .path("access_token")
                    .asText();
            // It comes from the issuer itself, so its signature adds nothing (OpenID Connect Core 1.0, section
            // 3.1.3.7).
            return Optional.of(Tokens.principal(JWTParser.parse(token).getJWTClaimsSet()));
        } catch (ParseException e) {
            throw new IllegalStateException("the issuer's token is none", e);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw Problem.unavailable("the identity provider does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("shutting down");
        }
    }
}
