package io.cutovergate.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.cutovergate.harness.run.ItemResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.probe.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
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

    private static final String TOKEN =
            base64("{\"alg\":\"RS256\"}") + "." + base64("{\"sub\":\"ada\"}") + "." + base64("signature");

    @TempDir
    Path folder;

    private Deployment deployment;

    @BeforeEach
    void start() {
        deployment = Deployment.start(folder)
                .answers("/shop/token", AuthenticationChecksTest::grant)
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
        assertThat(result.obligations()).hasSize(3).allMatch(refused -> refused.status() == Status.FAILED);
        assertThat(String.join("\n", result.causes()))
                .contains("status of alg none at target is 200; rule: exactly 401");
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
                "{\"issuer\":\"%s\",\"token_endpoint\":\"%s/shop/token\"}".formatted(issuer, deployment.origin()));
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

    private static void orders(HttpExchange exchange) throws IOException {
        boolean isGenuine = Objects.equals(exchange.getRequestHeaders().getFirst("Authorization"), "Bearer " + TOKEN);
        TestServer.json(exchange, isGenuine ? 200 : 401, "{}", Map.of());
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
