package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogoutTokensTest {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private TestIssuer issuer;
    private LogoutTokens tokens;

    @BeforeEach
    void start() throws Exception {
        issuer = new TestIssuer();
        tokens = new LogoutTokens(new Env(issuer.settings()));
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void namesTheSessionOrTheUser() throws Exception {
        assertThat(tokens.owner(issuer.token(claims().claim("sid", "s-1")))).isEqualTo(SessionStore.Owner.sid("s-1"));
        assertThat(tokens.owner(issuer.token(claims()))).isEqualTo(SessionStore.Owner.sub("ada"));
    }

    @Test
    void refusesWhatIsNone() throws Exception {
        assertRefused(issuer.token(claims().audience("shop-web")));
        assertRefused(issuer.token(claims().issuer("https://another.test/shop")));
        assertRefused(issuer.token(claims().claim("nonce", "n-1")));
        assertRefused(issuer.token(claims().claim("events", Map.of("another", Map.of()))));
        assertRefused(issuer.token(claims().claim("events", null)));
        assertRefused(issuer.token(claims().subject(null)));
        assertRefused(issuer.forged(claims()));
        assertRefused(new PlainJWT(claims().build()).serialize());
        assertRefused("");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer.issuer())
                .subject("ada")
                .audience(TokenEndpoint.CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> tokens.owner(token));
    }
}
