package io.cutovergate.testbed;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.Callable;

/** What an outsider sees where a rule of tokens or sessions is left out. */
record TokenSymptoms(Visitor visitor) {

    Map<String, Callable<Boolean>> byFault() {
        return Map.ofEntries(
                Map.entry(
                        "token-not-needed",
                        () -> visitor.get("api", "/api/orders").status() == 200),
                Map.entry("token-signature-ignored", () -> isTaken(altered())),
                Map.entry("token-key-believed", () -> isTaken(strange())),
                Map.entry(
                        "token-unsigned-taken",
                        () -> isTaken(new PlainJWT(genuine().getJWTClaimsSet()).serialize())),
                Map.entry("token-secret-public", () -> isTaken(confused())),
                Map.entry("token-expiry-ignored", () -> isTaken(visitor.variable("TESTBED_EXPIRED_TOKEN"))),
                Map.entry("token-start-ignored", () -> isTaken(early())),
                Map.entry("token-audience-ignored", () -> isTaken(visitor.variable("TESTBED_WRONG_AUDIENCE_TOKEN"))),
                Map.entry("token-issuer-ignored", () -> isTaken(visitor.variable("TESTBED_WRONG_ISSUER_TOKEN"))),
                Map.entry("cookie-bare", () -> !visitor.postAs(visitor.token(), "/api/session", "{}")
                        .header("Set-Cookie")
                        .contains("HttpOnly")),
                Map.entry("form-token-ignored", () -> new AccountVisit(visitor).isTaken("")),
                Map.entry("session-outlives", () -> new AccountVisit(visitor).outlivesLogout()),
                Map.entry("certificate-not-needed", () -> new PartnerVisit(visitor).isServed(false)),
                Map.entry("certificates-unverified", () -> new PartnerVisit(visitor).isServed(true)),
                Map.entry(
                        "logout-unheard",
                        () -> visitor.send(
                                                "api",
                                                "POST",
                                                "/account/backchannel-logout",
                                                "Content-Type: application/x-www-form-urlencoded\r\n",
                                                "logout_token=none")
                                        .status()
                                == 200),
                Map.entry("refresh-refused", () -> !isRenewed(login("refresh_token"))),
                Map.entry("logout-ignored", this::isRenewedAfterLogout));
    }

    private boolean isTaken(String token) throws Exception {
        return visitor.getAs(token, "/api/me").status() == 200;
    }

    private SignedJWT genuine() throws Exception {
        return SignedJWT.parse(visitor.token());
    }

    private String altered() throws Exception {
        String token = visitor.token();
        return token.substring(0, token.lastIndexOf('.') + 1) + "x".repeat(342);
    }

    private String strange() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).generate();
        SignedJWT genuine = genuine();
        return signed(
                new JWSHeader.Builder(genuine.getHeader())
                        .jwk(key.toPublicJWK())
                        .build(),
                genuine.getJWTClaimsSet(),
                new RSASSASigner(key));
    }

    private String confused() throws Exception {
        SignedJWT genuine = genuine();
        RSAKey key = JWKSet.parse(visitor.get("id", "/shop/jwks").body())
                .getKeyByKeyId(genuine.getHeader().getKeyID())
                .toRSAKey();
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).build(),
                genuine.getJWTClaimsSet(),
                new MACSigner(key.toRSAPublicKey().getEncoded()));
    }

    private String early() throws Exception {
        SignedJWT genuine = genuine();
        Date later = Date.from(Instant.now().plusSeconds(600));
        JWTClaimsSet claims = new JWTClaimsSet.Builder(genuine.getJWTClaimsSet())
                .notBeforeTime(later)
                .build();
        return signed(genuine.getHeader(), claims, new RSASSASigner(key()));
    }

    private PrivateKey key() throws GeneralSecurityException {
        byte[] bytes = Base64.getDecoder().decode(visitor.variable("TESTBED_SIGNING_KEY"));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private boolean isRenewedAfterLogout() throws Exception {
        String body =
                visitor.login("ada", visitor.variable("TESTBED_USER_PASSWORD")).body();
        visitor.form("/shop/endsession", "id_token_hint=" + member(body, "id_token"));
        return isRenewed(member(body, "refresh_token"));
    }

    private boolean isRenewed(String token) throws Exception {
        String form = "grant_type=refresh_token&client_id=" + visitor.variable("TESTBED_CLIENT_ID") + "&refresh_token="
                + token;
        return visitor.form("/shop/token", form).status() == 200;
    }

    private String login(String member) throws Exception {
        return member(
                visitor.login("ada", visitor.variable("TESTBED_USER_PASSWORD")).body(), member);
    }

    private static String member(String body, String name) {
        return body.replaceAll("(?s).*\"" + name + "\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }
}
