package io.cutovergate.probe.login;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.Cookies;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.Visit;
import io.cutovergate.probe.json.JsonBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The OpenID Connect provider as one vantage sees it. */
public record Issuer(Migration migration, Auth.Oidc oidc, Vantage vantage, HttpProbe http) {

    /** The media type of forms. */
    static final String FORM = "application/x-www-form-urlencoded";

    /** What RFC 6749, section 5.1, leaves open: how long a token without {@code expires_in} is used. */
    private static final Duration LIFE = Duration.ofMinutes(1);

    /** Asks for an access token (RFC 6749, sections 4.3 and 4.4). */
    LoginAnswer grant(SyntheticAccount account) {
        Map<String, String> form = new LinkedHashMap<>();
        String password = Objects.requireNonNull(account.password()).reveal();
        String name = Objects.requireNonNull(account.username());
        if (account.kind() == SyntheticAccount.Kind.CLIENT_CREDENTIALS) {
            form.put("grant_type", "client_credentials");
            form.put("client_id", name);
            form.put("client_secret", password);
            form.put("scope", oidc.scope());
        } else {
            form.put("grant_type", "password");
            identify(form);
            form.put("scope", oidc.scope());
            form.put("username", name);
            form.put("password", password);
        }
        return ask(form, account);
    }

    /** Asks for tokens by what a login gave. */
    LoginAnswer exchange(Map<String, String> grant, SyntheticAccount account) {
        Map<String, String> form = new LinkedHashMap<>(grant);
        identify(form);
        return ask(form, account);
    }

    /** Where a login in a browser begins. */
    String authorization() {
        return discovery().need("authorization_endpoint");
    }

    /** The address that codes are sent to. */
    String redirect() {
        String redirect = Objects.requireNonNull(oidc.redirect());
        if (redirect.contains("://")) {
            return redirect;
        }
        String[] parts = redirect.split("/", 2);
        return migration.host(parts[0], vantage.side()).origin() + "/" + (parts.length == 1 ? "" : parts[1]);
    }

    /** Asks for another access token (RFC 6749, section 6). */
    public LoginAnswer refresh(String refreshToken, SyntheticAccount account) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        identify(form);
        form.put("refresh_token", refreshToken);
        return ask(form, account);
    }

    /** Where a session ends (OpenID Connect RP-Initiated Logout 1.0); empty where the provider has no such place. */
    public Optional<String> endSession() {
        return discovery().find("end_session_endpoint");
    }

    /** Ends the session that the token was given in; its {@code client_id} is sent too, as section 2 of it allows. */
    public HttpAnswer logout(String endSession, String idToken) {
        return logout(endSession, idToken, new Cookies());
    }

    /** The same with the cookies of who is signed in. */
    public HttpAnswer logout(String endSession, String idToken, Cookies cookies) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id_token_hint", idToken);
        form.put("client_id", oidc.clientId());
        return new Visit(http, cookies).ask(HttpRequest.of("POST", endSession).body(FORM, encode(form)));
    }

    /** {@link Unexamined} where the provider does not say that it tells applications of logouts. */
    public void requireBackChannelLogout() {
        Discovery discovery = discovery();
        if (!discovery.tellsOfLogouts()) {
            throw new Unexamined(discovery.asked() + " does not say backchannel_logout_supported");
        }
    }

    /** The keys that the provider publishes (RFC 7517). */
    public JsonBody keys() {
        HttpRequest request = HttpRequest.get(discovery().need("jwks_uri"));
        HttpAnswer answer = http.send(request);
        if (answer.status() != 200) {
            throw new Unexamined("the provider's keys cannot be read: " + request + ": " + answer);
        }
        return JsonBody.of(answer.body());
    }

    private Discovery discovery() {
        return Discovery.of(migration, oidc, vantage, http);
    }

    private void identify(Map<String, String> form) {
        form.put("client_id", oidc.clientId());
        if (oidc.clientSecret() != null) {
            form.put("client_secret", oidc.clientSecret().reveal());
        }
    }

    private LoginAnswer ask(Map<String, String> form, SyntheticAccount account) {
        Instant asked = Instant.now();
        HttpRequest request =
                HttpRequest.of("POST", discovery().need("token_endpoint")).body(FORM, encode(form));
        HttpAnswer answer = http.send(request);
        JsonBody body = JsonBody.of(answer.body());
        String token = body.text("$.access_token");
        String told = request + ": " + answer;
        if (answer.status() == 200 && !token.equals(JsonBody.ABSENT)) {
            LoginAnswer.Tokens tokens =
                    new LoginAnswer.Tokens(secret(body, "refresh_token", account), secret(body, "id_token", account));
            migration.secrets().add(token, "access token of " + account.who());
            Instant renew = asked.plus(life(body).dividedBy(2));
            return new LoginAnswer(200, Credential.bearer(token), tokens, null, renew, told);
        }
        if (answer.status() >= 500 || answer.status() == 200) {
            throw new Unexamined(request + " answers " + answer + " and no access token: " + answer.gist());
        }
        return LoginAnswer.refused(answer.status(), told + "; " + reason(body, answer));
    }

    private @Nullable String secret(JsonBody body, String name, SyntheticAccount account) {
        String value = body.text("$." + name);
        if (value.equals(JsonBody.ABSENT)) {
            return null;
        }
        migration.secrets().add(value, name + " of " + account.who());
        return value;
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
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
