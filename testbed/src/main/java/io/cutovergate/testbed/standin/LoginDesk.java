package io.cutovergate.testbed.standin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.JWTParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Asks for name and password before the server behind it gives a code or a token: a login form at the authorization
 * endpoint, and the password grant at the token endpoint. Grants that need no user are refused. A browser that has signed in is not
 * asked again. A logout ends the refresh token that came with the id token it names, and the sign-in, of which applications are told.
 */
final class LoginDesk implements Function1<OAuth2HttpRequest, OAuth2HttpResponse> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token", "password");

    private final Accounts accounts;
    private final Function1<OAuth2HttpRequest, OAuth2HttpResponse> server;
    private final String page;
    private final RefreshTokens refreshTokens = new RefreshTokens();
    private final ProviderSessions sessions = new ProviderSessions();
    private final Consumer<ProviderSessions.Session> ended;
    private final Map<String, OAuth2HttpResponse> exchanged = new ConcurrentHashMap<>();
    private volatile boolean logsOut = true;
    private volatile boolean takesCodesOnce = true;
    private volatile boolean bindsCodes = true;

    /** @param ended is told of sessions that a logout ends */
    LoginDesk(
            Accounts accounts,
            Function1<OAuth2HttpRequest, OAuth2HttpResponse> server,
            Consumer<ProviderSessions.Session> ended)
            throws IOException {
        this.accounts = accounts;
        this.server = server;
        this.ended = ended;
        try (InputStream in = Objects.requireNonNull(LoginDesk.class.getResourceAsStream("/testbed/login.html"))) {
            this.page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        String path = request.getOriginalUrl().encodedPath();
        if (path.equals("/" + IdentityProvider.ISSUER + "/authorize")) {
            return request.getMethod().equals("POST")
                    ? submitted(request)
                    : sessions.find(request.getHeaders().get("Cookie"))
                            .map(session -> code(request, session))
                            .orElseGet(() -> html(200, page));
        }
        if (path.equals("/" + IdentityProvider.ISSUER + "/token")
                && request.getMethod().equals("POST")) {
            return token(request);
        }
        if (path.equals("/" + IdentityProvider.ISSUER + "/endsession")) {
            loggedOut(request);
        }
        OAuth2HttpResponse answer = server.invoke(request);
        return path.equals("/" + IdentityProvider.ISSUER + "/.well-known/openid-configuration")
                ? withBackChannel(answer)
                : answer;
    }

    private void loggedOut(OAuth2HttpRequest request) {
        String hint = Objects.requireNonNullElseGet(
                form(request).get("id_token_hint"),
                () -> Objects.requireNonNullElse(request.getOriginalUrl().queryParameter("id_token_hint"), ""));
        refreshTokens.end(hint);
        if (logsOut) {
            sessions.end(sid(hint)).ifPresent(ended);
        }
    }

    private static @Nullable String sid(String idToken) {
        try {
            return JWTParser.parse(idToken).getJWTClaimsSet().getStringClaim("sid");
        } catch (ParseException e) {
            // No token of ours: there is nothing to end.
            return null;
        }
    }

    /** Says that applications are told of logouts (OpenID Connect Back-Channel Logout 1.0, section 2.1). */
    private static OAuth2HttpResponse withBackChannel(OAuth2HttpResponse answer) {
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(answer.getBody());
            document.put("backchannel_logout_supported", true);
            document.put("backchannel_logout_session_supported", true);
            // With its headers, by which browsers may read it from other origins.
            Headers headers = answer.getHeaders().newBuilder().removeAll("Content-Length").build();
            String text = document.toString();
            return new OAuth2HttpResponse(
                    headers, answer.getStatus(), text, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the discovery document is no JSON", e);
        }
    }

    /** Whether a code is good once from now on. */
    void takesCodesOnce(boolean does) {
        takesCodesOnce = does;
    }

    /** Whether a code is bound to its verifier from now on. */
    void bindsCodes(boolean does) {
        bindsCodes = does;
    }

    void refreshes(boolean does) {
        refreshTokens.takes(does);
    }

    void logsOut(boolean does) {
        refreshTokens.ends(does);
        logsOut = does;
    }

    private OAuth2HttpResponse submitted(OAuth2HttpRequest request) {
        Map<String, String> form = form(request);
        Optional<Account> account = accounts.authenticate(form.get("username"), form.get("password"));
        if (account.isEmpty()) {
            return html(401, page.replace("<!-- message -->", "<p role=\"alert\">Wrong name or password.</p>"));
        }
        ProviderSessions.Session session = sessions.begin(account.get());
        OAuth2HttpResponse answer = code(request, session);
        return new OAuth2HttpResponse(
                answer.getHeaders()
                        .newBuilder()
                        .add("Set-Cookie", session.header())
                        .build(),
                answer.getStatus(),
                answer.getBody(),
                answer.getBytesBody());
    }

    /** The way back to the client, with a code for who is signed in. */
    private OAuth2HttpResponse code(OAuth2HttpRequest request, ProviderSessions.Session session) {
        Map<String, Object> said = new HashMap<>(session.account().claims());
        said.put("sid", session.sid());
        String claims;
        try {
            claims = JSON.writeValueAsString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        session.clients()
                .add(Objects.requireNonNullElse(request.getOriginalUrl().queryParameter("client_id"), ""));
        String body = "username=" + encode(session.account().name()) + "&claims=" + encode(claims);
        Headers headers = request.getHeaders()
                .newBuilder()
                .set("Content-Type", "application/x-www-form-urlencoded")
                .build();
        return server.invoke(new OAuth2HttpRequest(headers, "POST", bound(request.getOriginalUrl()), body));
    }

    /** Without what binds a code to its verifier, where that is a fault (RFC 7636, section 4.3). */
    private HttpUrl bound(HttpUrl url) {
        return bindsCodes
                ? url
                : url.newBuilder()
                        .removeAllQueryParameters("code_challenge")
                        .removeAllQueryParameters("code_challenge_method")
                        .build();
    }

    /** A code is exchanged once; the server behind forgets it then. */
    private OAuth2HttpResponse exchanged(OAuth2HttpRequest request, String code) {
        OAuth2HttpResponse before = exchanged.get(code);
        if (before != null && !takesCodesOnce) {
            return before;
        }
        OAuth2HttpResponse answer = server.invoke(bindsCodes ? request : withoutVerifier(request));
        if (answer.getStatus() == 200) {
            exchanged.put(code, answer);
        }
        return answer;
    }

    private static OAuth2HttpRequest withoutVerifier(OAuth2HttpRequest request) {
        String body = Objects.requireNonNullElse(request.getBody(), "").replaceAll("&?code_verifier=[^&]*", "");
        return new OAuth2HttpRequest(request.getHeaders(), "POST", request.getOriginalUrl(), body);
    }

    private OAuth2HttpResponse token(OAuth2HttpRequest request) {
        Map<String, String> form = form(request);
        String grant = form.getOrDefault("grant_type", "");
        if (!GRANTS.contains(grant)) {
            return error("unsupported_grant_type");
        }
        if (grant.equals("password")
                && accounts.authenticate(form.get("username"), form.get("password"))
                        .isEmpty()) {
            return error("invalid_grant");
        }
        String refresh = form.get("refresh_token");
        if (grant.equals("password")) {
            return granted(request, Objects.requireNonNull(request.getBody()), null);
        }
        if (grant.equals("authorization_code")) {
            return exchanged(request, form.getOrDefault("code", ""));
        }
        if (!grant.equals("refresh_token") || !refreshTokens.knows(refresh)) {
            return server.invoke(request);
        }
        return refreshTokens
                .request(refresh)
                .map(before -> granted(request, before, refresh))
                .orElseGet(() -> error("invalid_grant"));
    }

    /** The answer to a login by password, now or again, with a refresh token. */
    private OAuth2HttpResponse granted(OAuth2HttpRequest request, String body, @Nullable String refresh) {
        OAuth2HttpResponse answer =
                server.invoke(new OAuth2HttpRequest(request.getHeaders(), "POST", request.getOriginalUrl(), body));
        return answer.getStatus() == 200
                ? response(
                        200,
                        "application/json",
                        refreshTokens.give(Objects.requireNonNull(answer.getBody()), body, refresh))
                : answer;
    }

    private static Map<String, String> form(OAuth2HttpRequest request) {
        String body = Objects.requireNonNullElse(request.getBody(), "");
        return Stream.of(body.split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (a, b) -> b, HashMap::new));
    }

    private static OAuth2HttpResponse html(int status, String body) {
        return response(status, "text/html; charset=utf-8", body);
    }

    /** An error of the token endpoint (RFC 6749, section 5.2). */
    private static OAuth2HttpResponse error(String code) {
        return response(400, "application/json", "{\"error\":\"" + code + "\"}");
    }

    private static OAuth2HttpResponse response(int status, String type, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new OAuth2HttpResponse(Headers.of("Content-Type", type), status, body, bytes);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
