package io.cutovergate.probe.login;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The OpenID Connect provider as one vantage sees it. */
record Issuer(Migration migration, Auth.Oidc oidc, Vantage vantage, HttpProbe http) {

    /** What RFC 6749, section 5.1, leaves open: how long a token without {@code expires_in} is used. */
    private static final Duration LIFE = Duration.ofMinutes(1);

    /** Asks for an access token. */
    LoginAnswer grant(Auth.Account account) {
        Instant asked = Instant.now();
        HttpRequest request =
                HttpRequest.of("POST", tokenEndpoint()).body("application/x-www-form-urlencoded", form(account));
        HttpAnswer answer = http.send(request);
        JsonBody body = JsonBody.of(answer.body());
        String token = body.text("$.access_token");
        if (answer.status() == 200 && !token.equals(JsonBody.ABSENT)) {
            migration.secrets().add(token, "access token of " + account.username());
            return new LoginAnswer(200, token, asked.plus(life(body).dividedBy(2)), request + ": " + answer);
        }
        if (answer.status() >= 500 || answer.status() == 200) {
            throw new Unexamined(request + " answers " + answer + " and no access token: " + answer.gist());
        }
        return new LoginAnswer(answer.status(), null, asked, request + ": " + answer + "; " + reason(body, answer));
    }

    private String tokenEndpoint() {
        String issuer = migration.host(oidc.host(), vantage.side()).origin() + oidc.path();
        HttpRequest request = HttpRequest.get(issuer + "/.well-known/openid-configuration");
        HttpAnswer answer = http.send(request);
        JsonBody document = JsonBody.of(answer.body());
        String endpoint = document.text("$.token_endpoint");
        if (answer.status() != 200 || endpoint.equals(JsonBody.ABSENT)) {
            throw new Unexamined(
                    "no OpenID Connect provider: " + request + ": " + answer + "; " + answer.gist() + " (auth.oidc)");
        }
        String named = document.text("$.issuer");
        if (!named.equals(issuer)) {
            // OpenID Connect Discovery 1.0, section 4.3: the two MUST be equal.
            throw new Unexamined(request + " names the issuer " + named + ", not " + issuer + " (auth.oidc)");
        }
        return endpoint;
    }

    private String form(Auth.Account account) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "password");
        fields.put("client_id", oidc.clientId());
        if (oidc.clientSecret() != null) {
            fields.put("client_secret", oidc.clientSecret().reveal());
        }
        fields.put("scope", oidc.scope());
        fields.put("username", account.username());
        fields.put("password", account.password().reveal());
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Duration life(JsonBody body) {
        String seconds = body.text("$.expires_in");
        return seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : LIFE;
    }

    private static String reason(JsonBody body, HttpAnswer answer) {
        String error = body.text("$.error");
        return error.equals(JsonBody.ABSENT) ? answer.gist() : error + ", " + body.text("$.error_description");
    }
}
