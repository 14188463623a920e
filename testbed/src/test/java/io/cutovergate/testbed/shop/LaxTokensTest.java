package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jwt.JWTClaimsSet;
import io.cutovergate.testbed.process.Database;
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

/** A backend that leaves a rule out lets in what that rule refuses, and nothing else. */
@ExtendWith(WithDatabases.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaxTokensTest {

    private final Database database;
    private final TestIssuer issuer = new TestIssuer();

    LaxTokensTest(TestServer server) throws Exception {
        database = server.seeded();
    }

    @AfterAll
    void stop() {
        issuer.close();
    }

    private Map<String, String> worthless() throws Exception {
        JWTClaimsSet.Builder good = issuer.claims("ada", "user");
        Instant now = Instant.now();
        return Map.of(
                "signature", issuer.forged(good),
                "algorithm", TestIssuer.unsigned(good),
                "secret", issuer.confused(good),
                "expiry", issuer.token(issuer.claims("ada", "user").expirationTime(Date.from(now.minusSeconds(60)))),
                "not-before", issuer.token(issuer.claims("ada", "user").notBeforeTime(Date.from(now.plusSeconds(60)))),
                "audience", issuer.token(issuer.claims("ada", "user").audience("other")),
                "issuer", issuer.token(issuer.claims("ada", "user").issuer("http://elsewhere")));
    }

    Stream<Arguments> rules() throws Exception {
        return worthless().keySet().stream().sorted().map(rule -> argumentSet(rule, rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void letsInWhatARuleThatIsLeftOutWouldRefuse(String rule) throws Exception {
        try (TestBackend lax = start("SHOP_AUTH_OMITS", rule)) {
            for (Map.Entry<String, String> token : worthless().entrySet()) {
                assertThat(status(lax, "Authorization", "Bearer " + token.getValue()))
                        .as(token.getKey())
                        .isEqualTo(token.getKey().equals(rule) ? 200 : 401);
            }
            assertThat(lax.get("/api/orders").status()).isEqualTo(401);
        }
    }

    @Test
    void keepsALoginInACookieThatTheOtherSideRefuses() throws Exception {
        try (TestBackend one = start("SHOP_SESSION_KEY", "one");
                TestBackend other = start("SHOP_SESSION_KEY", "other")) {
            String set = one.ask("POST", "/api/session", "{}", "Authorization", "Bearer " + issuer.token("ada", "user"))
                    .header("Set-Cookie");
            assertThat(set).endsWith("; Path=/; Secure; HttpOnly; SameSite=Lax");
            String cookie = set.substring(0, set.indexOf(';'));
            assertThat(status(one, "Cookie", cookie)).isEqualTo(200);
            assertThat(status(one, "Cookie", cookie + "x")).isEqualTo(401);
            assertThat(status(other, "Cookie", cookie)).isEqualTo(401);
        }
    }

    private TestBackend start(String variable, String value) throws Exception {
        return TestBackend.start(
                List.of(TestServer.settings("SHOP_DB", database), issuer.settings(), Map.of(variable, value)));
    }

    private static int status(TestBackend backend, String header, String value) throws Exception {
        return backend.get("/api/me", header, value).status();
    }
}
