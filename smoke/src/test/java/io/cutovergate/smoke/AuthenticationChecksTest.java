package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticationChecksTest {

    private static final String APPLICATION = """
            services:
              backend: { host: api, health: { ready: /ready } }
            auth:
              oidc: { host: api, path: /shop, client-id: gate }
              accounts:
                user: { username: ada, password: "${env:SECRET}", may: { get: /orders } }
              refusals: { service: backend, endpoint: /orders, admin-endpoint: /admin, without: user }
            """;

    private static final String ACCOUNT = "user: { username: ada, password: \"${env:SECRET}\", may: { get: /orders } }";
    private static final String REFUSALS = "endpoint: /orders";

    private static final TestTokens ISSUER = new TestTokens();
    private static final String SIGNING = REFUSALS + ", signing-key: \"${file:key}\"";
    private static final String TOKEN = ISSUER.token("{\"sub\":\"ada\",\"aud\":\"shop\"}");

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("key"), ISSUER.privateKey());
        deployment = Deployment.start(folder)
                .answers("/shop/token", AuthenticationChecksTest::grant)
                .answers("/shop/keys", 200, ISSUER.keys())
                .answers("/admin", 403, "{}")
                .answers("/orders", AuthenticationChecksTest::orders);
        discovery(deployment.origin() + "/shop");
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void aLoginThatIsAcceptedIsProven() {
        assertThat(judge(LoginChecks.class).status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aLoginThatIsRefusedFailsWithTheReasonOfTheIssuer() {
        deployment.answers("/shop/token", 401, "{\"error\":\"invalid_grant\",\"error_description\":\"locked\"}");
        ItemResult result = judge(LoginChecks.class);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .contains("status of the login of user at target is 401; rule: exactly 200 (auth.accounts.user)")
                .contains("invalid_grant, locked");
    }

    @Test
    void anIssuerThatIsDownLeavesTheLoginUnproven() {
        deployment.answers("/shop/.well-known/openid-configuration", 502, "bad gateway");
        ItemResult result = judge(LoginChecks.class);
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.causes())
                .singleElement()
                .asString()
                .contains("no OpenID Connect provider: GET ")
                .contains("502");
    }

    @Test
    void anIssuerOfAnotherNameIsNotTrusted() {
        discovery("https://evil.test/shop");
        assertThat(judge(LoginChecks.class).causes())
                .singleElement()
                .asString()
                .contains("names the issuer https://evil.test/shop, not " + deployment.origin() + "/shop");
    }

    @Test
    void tokensThatAreMissingForgedOrUnsignedMustBeRefused() {
        assertThat(judge(RefusalChecks.class).status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void aServiceThatBelievesEveryTokenFailsForEachOfThem() {
        deployment.answers("/orders", 200, "[]");
        ItemResult result = judge(RefusalChecks.class);
        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.obligations()).hasSize(9).allMatch(refused -> refused.status() == Status.FAILED);
        assertThat(String.join("\n", result.causes()))
                .contains(
                        "status of alg none at target is 200; rule: exactly 401", "; an unsigned token gets in: GET ");
    }

    @Test
    void aServiceThatChecksSignaturesOnlyFailsForEachWrongClaim() {
        deployment.answers("/orders", exchange -> answer(exchange, ISSUER.isSigned(token(exchange))));
        assertThat(failed(SIGNING))
                .containsExactlyInAnyOrder(
                        "expired token at target",
                        "early token at target",
                        "wrong audience at target",
                        "wrong issuer at target");
    }

    @Test
    void withoutTheKeyOfTheIssuerTheReportSaysThatWrongClaimsComeWithAWrongSignature() {
        ItemResult result = judge(RefusalChecks.class);
        assertThat(result.obligations().stream()
                        .flatMap(one -> one.recorded().notes().stream())
                        .toList())
                .hasSize(4)
                .allMatch(note -> note.contains("whose signature does not fit any more"));
    }

    @Test
    void aSigningKeyThatIsNotTheIssuersShowsNothing() throws IOException {
        Files.writeString(folder.resolve("key"), new TestTokens().privateKey());
        ItemResult result = deployment.judge(RefusalChecks.class, APPLICATION.replace(REFUSALS, SIGNING), "", "");
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(String.join("\n", result.causes()))
                .contains("a right token that auth.refusals.signing-key has signed is refused as well");
    }

    @Test
    void aServiceThatTakesThePublicKeyForASecretFailsForThatAlone() {
        deployment.answers(
                "/orders",
                exchange -> answer(
                        exchange, token(exchange).equals(TOKEN) || ISSUER.isSignedWithThePublicKey(token(exchange))));
        assertThat(failed(REFUSALS)).containsExactly("public key as secret at target");
    }

    @Test
    void aServiceThatBelievesTheKeyInATokenFailsForThatAlone() {
        deployment.answers(
                "/orders",
                exchange -> answer(exchange, token(exchange).equals(TOKEN) || TestTokens.bringsAKey(token(exchange))));
        assertThat(failed(REFUSALS)).containsExactly("token of another key at target");
    }

    @Test
    void theCookiesOfASessionMustBeProtected() {
        deployment.answers(
                "/sign-in",
                exchange -> TestServer.json(
                        exchange, 200, "{}", Map.of("Set-Cookie", "SID=abcdef123456; Path=/; Secure; SameSite=None")));
        deployment.answers(
                "/orders",
                exchange -> answer(
                        exchange,
                        "SID=abcdef123456".equals(exchange.getRequestHeaders().getFirst("Cookie"))));
        String accounts = "visitor: { kind: session, sign-in: { post: /sign-in }, may: { get: /orders } }";
        assertThat(deployment
                        .judge(
                                LoginChecks.class,
                                APPLICATION.replace(ACCOUNT, accounts).replace(", without: user", ""),
                                "",
                                "")
                        .causes())
                .singleElement()
                .asString()
                .contains("missing protection of cookie SID of visitor at target is HttpOnly, SameSite");
    }

    @Test
    void aKnownKeyIsSentWithoutALogin() {
        deployment.answers(
                "/orders",
                exchange -> answer(
                        exchange,
                        "s3cr3t-value".equals(exchange.getRequestHeaders().getFirst("X-Key"))));
        String accounts = "batch: { kind: api-key, header: X-Key, password: \"${env:SECRET}\", may: { get: /orders } }";
        assertThat(deployment
                        .judge(
                                LoginChecks.class,
                                APPLICATION.replace(ACCOUNT, accounts).replace(", without: user", ""),
                                "",
                                "")
                        .status())
                .isEqualTo(Status.PROVEN);
    }

    @Test
    void aClientIsGrantedATokenByItsSecret() {
        deployment.answers("/shop/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean isGood = form.equals(
                    "grant_type=client_credentials&client_id=batch&client_secret=s3cr3t-value&scope=openid");
            TestServer.json(
                    exchange, isGood ? 200 : 401, isGood ? "{\"access_token\":\"" + TOKEN + "\"}" : "{}", Map.of());
        });
        String accounts =
                "batch: { kind: client-credentials, username: batch, password: \"${env:SECRET}\", may: { get: /orders } }";
        assertThat(deployment
                        .judge(
                                LoginChecks.class,
                                APPLICATION.replace(ACCOUNT, accounts).replace(", without: user", ""),
                                "",
                                "")
                        .status())
                .isEqualTo(Status.PROVEN);
    }

    @Test
    void whatALoginGaveMustBeRenewedAndEndAtLogout() {
        Set<String> good = ConcurrentHashMap.newKeySet();
        deployment.answers("/shop/token", exchange -> renewing(exchange, good));
        deployment.answers("/shop/logout", exchange -> {
            good.clear();
            TestServer.json(exchange, 200, "{}", Map.of());
        });
        assertThat(judge(LoginChecks.class).status()).isEqualTo(Status.PROVEN);
        deployment.answers("/shop/logout", 200, "{}");
        assertThat(judge(LoginChecks.class).causes())
                .singleElement()
                .asString()
                .contains("status of the refresh after logout of user at target is 200; rule: exactly 400");
    }

    @Test
    void whereEverybodyIsRefusedTheRefusalOfAForgeryShowsNothing() {
        deployment.answers("/orders", 401, "{}");
        ItemResult result = judge(RefusalChecks.class);
        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(String.join("\n", result.causes())).contains("the genuine token of ada is refused as well");
    }

    @Test
    void aMissingRoleMustBeRefused() {
        assertThat(judge(RoleChecks.class).status()).isEqualTo(Status.PROVEN);
        deployment.answers("/admin", 200, "{}");
        assertThat(judge(RoleChecks.class).causes())
                .singleElement()
                .asString()
                .contains("status of /admin at target is 200; rule: exactly 403");
    }

    private ItemResult judge(Class<?> checks) {
        return deployment.judge(checks, APPLICATION, "", "");
    }

    private void discovery(String issuer) {
        deployment.answers(
                "/shop/.well-known/openid-configuration",
                200,
                ("{\"issuer\":\"%s\",\"token_endpoint\":\"%s/shop/token\",\"jwks_uri\":\"%2$s/shop/keys\","
                                + "\"end_session_endpoint\":\"%2$s/shop/logout\"}")
                        .formatted(issuer, deployment.origin()));
    }

    private static void grant(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isGood =
                form.equals("grant_type=password&client_id=gate&scope=openid&username=ada&password=s3cr3t-value");
        TestServer.json(
                exchange,
                isGood ? 200 : 400,
                isGood ? "{\"access_token\":\"" + TOKEN + "\",\"expires_in\":300}" : "{\"error\":\"invalid_request\"}",
                Map.of());
    }

    private static void renewing(HttpExchange exchange, Set<String> good) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isGood = form.contains("grant_type=password")
                || good.stream().anyMatch(token -> form.endsWith("refresh_token=" + token));
        good.add("refresh-1");
        TestServer.json(
                exchange,
                isGood ? 200 : 400,
                isGood
                        ? "{\"access_token\":\"" + TOKEN + "\",\"refresh_token\":\"refresh-1\",\"id_token\":\"id-1\"}"
                        : "{\"error\":\"invalid_grant\"}",
                Map.of());
    }

    private static void orders(HttpExchange exchange) throws IOException {
        answer(exchange, token(exchange).equals(TOKEN));
    }

    private static void answer(HttpExchange exchange, boolean isGood) throws IOException {
        TestServer.json(exchange, isGood ? 200 : 401, "{}", Map.of());
    }

    private static String token(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header == null ? "" : header.replace("Bearer ", "");
    }

    private List<String> failed(String refusals) {
        return deployment
                .judge(RefusalChecks.class, APPLICATION.replace(REFUSALS, refusals), "", "")
                .obligations()
                .stream()
                .filter(result -> result.status() == Status.FAILED)
                .map(result -> result.obligation().subject().id())
                .toList();
    }
}
