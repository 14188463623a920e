package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jwt.JWTClaimsSet;
import io.cutovergate.testbed.process.Database;
import io.cutovergate.testbed.shop.TestBackend.Answer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(WithDatabases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {

    private final Database database;
    private final TestIssuer issuer = new TestIssuer();
    private final TestBackend backend;

    TokensTest(TestServer server) throws Exception {
        database = server.seeded();
        backend = TestBackend.start(List.of(TestServer.settings("SHOP_DB", database), issuer.settings()));
    }

    @AfterAll
    void stop() throws Exception {
        backend.close();
        issuer.close();
    }

    Stream<Arguments> worthless() throws Exception {
        JWTClaimsSet.Builder good = issuer.claims("ada", "user");
        return Stream.of(
                argumentSet("not a token", "abc"),
                argumentSet("forged", issuer.forged(good)),
                argumentSet("alg none", TestIssuer.unsigned(good)),
                argumentSet("public key as secret", issuer.confused(good)),
                argumentSet("other algorithm", issuer.otherAlgorithm(good)),
                argumentSet(
                        "expired",
                        issuer.token(issuer.claims("ada", "user")
                                .expirationTime(Date.from(Instant.now().minusSeconds(60))))),
                argumentSet(
                        "no expiry", issuer.token(issuer.claims("ada", "user").expirationTime(null))),
                argumentSet(
                        "wrong audience",
                        issuer.token(issuer.claims("ada", "user").audience("other"))),
                argumentSet(
                        "no audience", issuer.token(issuer.claims("ada", "user").audience((String) null))),
                argumentSet(
                        "wrong issuer",
                        issuer.token(issuer.claims("ada", "user").issuer("http://elsewhere"))),
                argumentSet("nobody", issuer.token(issuer.claims("ada", "user").subject(null))));
    }

    @ParameterizedTest
    @MethodSource("worthless")
    void refusesAWorthlessToken(String token) throws Exception {
        for (String path : new String[] {"/api/me", "/api/orders", "/api/admin/stats"}) {
            Answer answer = backend.get(path, "Authorization", "Bearer " + token);

            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void asksForATokenWhereThereIsNone() throws Exception {
        Answer answer = backend.get("/api/orders");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"shop\"");
    }

    @Test
    void letsOnlyAdministratorsSeeTheNumbers() throws Exception {
        Answer user = backend.get("/api/admin/stats", "Authorization", "Bearer " + issuer.token("ada", "user"));
        Answer admin =
                backend.get("/api/admin/stats", "Authorization", "Bearer " + issuer.token("grace", "user", "admin"));

        assertThat(user.status()).isEqualTo(403);
        assertThat(admin.status()).isEqualTo(200);
        assertThat(admin.json().path("users").asInt()).isEqualTo(2000);
    }

    @Test
    void answersThatItCannotTellWhenTheKeysCannotBeRead() throws Exception {
        Map<String, String> noKeys = Map.of("SHOP_JWKS", "http://127.0.0.1:1/jwks");
        try (TestBackend blind =
                TestBackend.start(List.of(TestServer.settings("SHOP_DB", database), issuer.settings(), noKeys))) {
            assertThat(blind.get("/api/me", "Authorization", "Bearer " + issuer.token("ada", "user"))
                            .status())
                    .isEqualTo(503);
        }
    }

    @Test
    void takesTokensAsTheyComeWhenAProxyJudgesThem() throws Exception {
        Map<String, String> off = Map.of("SHOP_AUTH", "off");
        try (TestBackend open = TestBackend.start(List.of(TestServer.settings("SHOP_DB", database), off))) {
            assertThat(open.get("/api/orders").status()).isEqualTo(200);
            assertThat(open.get(
                                    "/api/me",
                                    "Authorization",
                                    "Bearer " + TestIssuer.unsigned(issuer.claims("ada", "user")))
                            .json()
                            .path("subject")
                            .asText())
                    .isEqualTo("ada");
        }
    }
}
