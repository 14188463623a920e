package io.cutovergate.testbed.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * The issuer's token endpoint, inside ({@code SHOP_TOKENS}), asked for the issuer's public name as its gateway does, so that tokens
 * name it.
 */
record TokenEndpoint(OkHttpClient http, String address, String issuer) {

    /** Our name there. */
    static final String CLIENT = "shop-account";

    static TokenEndpoint of(Env env) {
        OkHttpClient http = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(2))
                .callTimeout(Duration.ofSeconds(5))
                .build();
        return new TokenEndpoint(http, env.need("SHOP_TOKENS"), env.need("SHOP_ISSUER"));
    }

    /** Whose name and password these are (RFC 6749, section 4.3); empty where they are wrong, 503 where nobody can tell. */
    Optional<Principal> principal(String name, String password) throws IOException {
        Optional<JsonNode> tokens =
                ask(Map.of("grant_type", "password", "scope", "openid", "username", name, "password", password));
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        try {
            // It comes from the issuer itself, so its signature adds nothing (OpenID Connect Core 1.0, section
            // 3.1.3.7).
            return Optional.of(Tokens.principal(
                    JWTParser.parse(tokens.get().path("access_token").asText()).getJWTClaimsSet()));
        } catch (ParseException e) {
            throw new IllegalStateException("the issuer's token is none", e);
        }
    }

    /** The id token for a code (RFC 6749, section 4.1.3; RFC 7636, section 4.5); empty where it is refused. */
    Optional<String> idToken(String code, String verifier, String redirect) throws IOException {
        return ask(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "code_verifier",
                        verifier,
                        "redirect_uri",
                        redirect))
                .map(tokens -> tokens.path("id_token").asText());
    }

    private Optional<JsonNode> ask(Map<String, String> grant) throws IOException {
        FormBody.Builder form = new FormBody.Builder().add("client_id", CLIENT);
        grant.forEach(form::add);
        Request request = new Request.Builder()
                .url(address)
                .header("Host", URI.create(issuer).getAuthority())
                .header("X-Forwarded-Proto", URI.create(issuer).getScheme())
                .post(form.build())
                .build();
        byte[] body;
        try (Response response = http.newCall(request).execute();
                ResponseBody sent = response.body()) {
            if (response.code() != 200) {
                return Optional.empty();
            }
            body = sent.bytes();
        } catch (IOException e) {
            throw Problem.unavailable("the identity provider does not answer");
        }
        return Optional.of(Json.read(body, JsonNode.class));
    }
}
