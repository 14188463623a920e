package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackChannelTest {

    private static final String APPLICATION = """
            services:
              backend: { host: api, health: { ready: /ready } }
            auth:
              oidc: { host: api, path: /shop, client-id: gate, redirect: "https://app.test/callback" }
              accounts:
                ada:
                  kind: form
                  username: ada
                  password: "${env:SECRET}"
                  form: { page: /in, refused-without-token: false, leads-to: /me }
                  logout: { request: { post: /out } }
                  may: { get: /me }
                  service: backend
              back-channel-logout: { account: ada, within: 300ms }
            """;

    private final Set<String> sessions = ConcurrentHashMap.newKeySet();
    private boolean tells = true;
    private boolean remembers = true;

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder);
        discovery(", \"backchannel_logout_supported\": true");
        deployment
                .answers(
                        "/in",
                        exchange -> leads(
                                exchange,
                                "/shop/authorize?state=s&redirect_uri=" + deployment.origin() + "/back",
                                null))
                .answers("/shop/authorize", this::authorize)
                .answers("/back", exchange -> {
                    sessions.add("one");
                    leads(exchange, "/me", "session=one; Path=/; Secure; HttpOnly; SameSite=Lax");
                })
                .answers("/me", exchange -> {
                    boolean isIn = cookies(exchange).contains("session=") && sessions.contains("one");
                    TestServer.json(exchange, isIn ? 200 : 401, "{}", Map.of());
                })
                .answers("/shop/token", 200, "{\"access_token\":\"t0ken-of-ada\",\"id_token\":\"id-of-ada\"}")
                .answers("/shop/logout", this::logOut);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void aLogoutAtTheProviderEndsTheSessionOfTheApplication() {
        ItemResult result = judge();
        assertThat(result.causes()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aSessionThatOutlivesItFailsWithTheDeadline() {
        tells = false;
        assertThat(judge().causes())
                .singleElement()
                .asString()
                .contains(
                        "session taken after a logout at the provider of ada at target is true; rule: exactly false"
                                + " (OpenID Connect Back-Channel Logout 1.0, section 2.7; auth.back-channel-logout.within = 300ms)");
    }

    @Test
    void aProviderThatDoesNotSayThatItTellsIsNotExamined() {
        discovery("");
        ItemResult result = judge();
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes().toString()).contains("does not say backchannel_logout_supported");
    }

    @Test
    void aProviderThatAsksAgainKeepsNoSessionToEnd() {
        remembers = false;
        ItemResult result = judge();
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes().toString()).contains("the provider asks ada for the password again");
    }

    private ItemResult judge() {
        return deployment.judge(BackChannelChecks.class, APPLICATION, "", "");
    }

    private void discovery(String more) {
        String shop = deployment.origin() + "/shop";
        deployment.answers("/shop/.well-known/openid-configuration", 200, """
                {"issuer":"%s","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/authorize",
                "end_session_endpoint":"%1$s/logout"%s}
                """.formatted(shop, more));
    }

    /** Asks for the password, or remembers who was here before. */
    private void authorize(HttpExchange exchange) throws IOException {
        boolean isKnown = remembers && cookies(exchange).contains("sso=1");
        if (exchange.getRequestMethod().equals("POST") || isKnown) {
            String query = exchange.getRequestURI().getRawQuery();
            leads(
                    exchange,
                    parameter(query, "redirect_uri") + "?code=c&state=" + parameter(query, "state"),
                    "sso=1; Path=/shop; Secure; HttpOnly");
            return;
        }
        byte[] page = "<form method='post'><input name='name'><input name='pass' type='password'></form>"
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    private void logOut(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (tells
                && form.contains("id_token_hint=id-of-ada")
                && cookies(exchange).contains("sso=1")) {
            sessions.clear();
        }
        TestServer.json(exchange, 200, "{}", Map.of());
    }

    private static String parameter(String query, String name) {
        String value = query.replaceAll(".*(?:^|&)" + name + "=([^&]*).*", "$1");
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static String cookies(HttpExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Cookie"), "");
    }

    private static void leads(HttpExchange exchange, String address, @Nullable String cookie) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        if (cookie != null) {
            exchange.getResponseHeaders().set("Set-Cookie", cookie);
        }
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }
}
