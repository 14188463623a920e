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
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeFlowTest {

    private static final String APPLICATION = """
            services:
              backend: { host: api, health: { ready: /ready } }
            auth:
              oidc: { host: api, path: /shop, client-id: gate, redirect: "https://app.test/callback" }
              accounts:
                ada: { kind: code, username: ada, password: "${env:SECRET}", may: { get: /me }, service: backend }
            """;
    private static final String FORM = """
            <form action="/login" method="post"><input name="search" type="search"></form>
            <form action="/login" method="post">
              <input type="hidden" name="_csrf" value="a&amp;b"><input name="username" autocomplete="username">
              <input name="password" type="password"><button name="action" value="sign-in">Sign in</button>
            </form>
            """;

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private boolean once = true;
    private boolean bound = true;
    private Map<String, String> asked = Map.of();

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder);
        String shop = deployment.origin() + "/shop";
        deployment
                .answers("/shop/.well-known/openid-configuration", 200, """
                        {"issuer":"%s","token_endpoint":"%1$s/token","authorization_endpoint":"%1$s/authorize"}
                        """.formatted(shop))
                .answers("/shop/authorize", this::authorize)
                .answers("/login", this::login)
                .answers("/shop/token", this::token)
                .answers("/me", exchange -> {
                    String who = exchange.getRequestHeaders().getFirst("Authorization");
                    TestServer.json(exchange, "Bearer t0ken-of-ada".equals(who) ? 200 : 401, "{}", Map.of());
                });
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void aLoginThroughTheFormIsAcceptedAndItsCodesAreGoodOnce() {
        ItemResult login = judge(LoginChecks.class, APPLICATION);
        assertThat(login.causes()).isEmpty();
        assertThat(login.status()).isEqualTo(Status.PROVEN);
        ItemResult codes = judge(CodeChecks.class, APPLICATION);
        assertThat(codes.causes()).isEmpty();
        assertThat(codes.status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aWrongPasswordIsSentOnceAndFailsTheLogin() {
        ItemResult login = judge(LoginChecks.class, APPLICATION.replace("username: ada", "username: eve"));
        assertThat(login.causes())
                .singleElement()
                .asString()
                .contains("status of the login of ada at target is 401; rule: exactly 200")
                .contains("the login form comes back")
                .doesNotContain("s3cr3t-value");
        assertThat(count).hasValue(1);
    }

    @Test
    void aCodeThatIsTakenTwiceFails() {
        once = false;
        assertThat(judge(CodeChecks.class, APPLICATION).causes())
                .singleElement()
                .asString()
                .contains("status of a code sent again of ada at target is 200; rule: exactly 400"
                        + " (RFC 6749, section 4.1.2; auth.accounts.ada)");
    }

    @Test
    void aCodeThatIsGoodWithAnyVerifierFails() {
        bound = false;
        assertThat(judge(CodeChecks.class, APPLICATION).causes())
                .singleElement()
                .asString()
                .contains("status of a code with another verifier of ada at target is 200; rule: exactly 400");
    }

    @Test
    void aPageWithoutAFormLeavesItUnproven() {
        deployment.answers("/shop/authorize", 503, "{}");
        ItemResult login = judge(LoginChecks.class, APPLICATION);
        assertThat(login.status()).isEqualTo(Status.UNPROVEN);
        assertThat(login.causes())
                .singleElement()
                .asString()
                .contains("no login form in the answer to GET " + deployment.origin() + "/shop/authorize: 503");
    }

    private ItemResult judge(Class<?> checks, String application) {
        return deployment.judge(checks, application, "", "");
    }

    private void authorize(HttpExchange exchange) throws IOException {
        asked = fields(exchange.getRequestURI().getRawQuery());
        exchange.getResponseHeaders().set("Set-Cookie", "session=1; Path=/; Secure; HttpOnly");
        page(exchange, 200);
    }

    private void login(HttpExchange exchange) throws IOException {
        count.incrementAndGet();
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean isGood =
                form.equals(Map.of("_csrf", "a&b", "username", "ada", "password", "s3cr3t-value", "action", "sign-in"))
                        && "session=1".equals(exchange.getRequestHeaders().getFirst("Cookie"));
        if (!isGood) {
            page(exchange, 401);
            return;
        }
        String code = "c0de-" + count.get();
        codes.put(code, Objects.requireNonNull(asked.get("code_challenge")));
        TestServer.json(
                exchange,
                302,
                "",
                Map.of("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state")));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String code = form.getOrDefault("code", "");
        String challenge = once ? codes.remove(code) : codes.get(code);
        boolean isGood = challenge != null
                && "https://app.test/callback".equals(form.get("redirect_uri"))
                && (!bound || challenge.equals(hash(form.getOrDefault("code_verifier", ""))));
        TestServer.json(
                exchange,
                isGood ? 200 : 400,
                isGood ? "{\"access_token\":\"t0ken-of-ada\"}" : "{\"error\":\"invalid_grant\"}",
                Map.of());
    }

    private static void page(HttpExchange exchange, int status) throws IOException {
        TestServer.json(exchange, status, FORM, Map.of("Content-Type", "text/html; charset=utf-8"));
    }

    private static String hash(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
