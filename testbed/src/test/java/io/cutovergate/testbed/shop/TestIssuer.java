package io.cutovergate.testbed.shop;

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
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** An issuer with one key, which it publishes over HTTP; it also makes tokens as others would forge them. */
final class TestIssuer implements AutoCloseable {

    private final RSAKey key;
    private final Undertow server;

    TestIssuer() throws JOSEException {
        key = new RSAKeyGenerator(2048).keyID("test").generate();
        String keys = new JWKSet(key.toPublicJWK()).toString();
        server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setHandler(exchange -> exchange.getResponseSender().send(keys))
                .build();
        server.start();
    }

    String issuer() {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return "http://127.0.0.1:" + address.getPort();
    }

    /** What a backend that trusts this issuer is set to. */
    Map<String, String> settings() {
        return Map.of("SHOP_ISSUER", issuer(), "SHOP_AUDIENCE", "shop", "SHOP_JWKS", issuer() + "/jwks");
    }

    JWTClaimsSet.Builder claims(String subject, String... roles) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("shop")
                .subject(subject)
                .claim("name", "Name of " + subject)
                .claim("roles", List.of(roles))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(1))));
    }

    String token(String subject, String... roles) throws JOSEException {
        return token(claims(subject, roles));
    }

    String token(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(key), claims);
    }

    /** Signed by a key of the same name that is not ours. */
    String forged(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(
                JWSAlgorithm.RS256,
                new RSASSASigner(new RSAKeyGenerator(2048).keyID("test").generate()),
                claims);
    }

    /** Signed with the public key as if it were a shared secret (RFC 8725, section 2.1). */
    String confused(JWTClaimsSet.Builder claims) throws JOSEException {
        byte[] secret = key.toRSAPublicKey().getEncoded();
        return signed(JWSAlgorithm.HS256, new MACSigner(secret), claims);
    }

    /** With the right key and an algorithm that was not agreed. */
    String otherAlgorithm(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(JWSAlgorithm.RS512, new RSASSASigner(key), claims);
    }

    static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("test").build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop();
    }
}
