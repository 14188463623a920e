package io.cutovergate.testbed.shop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

/** Signatures that a deployment takes although it should not, by the rules that it leaves out. */
record LaxSignatures(TokenRules rules, JWKSource<SecurityContext> keys) {

    boolean accept(JWT token) throws JOSEException {
        if (token instanceof PlainJWT) {
            return rules.omits("algorithm");
        }
        if (!(token instanceof SignedJWT signed)) {
            return false;
        }
        if (JWSAlgorithm.HS256.equals(signed.getHeader().getAlgorithm())) {
            return rules.omits("secret") && isSignedByASecretThatIsPublic(signed);
        }
        return rules.omits("signature") || (rules.omits("key") && isSignedByTheKeyInIt(signed));
    }

    private static boolean isSignedByTheKeyInIt(SignedJWT token) throws JOSEException {
        JWK key = token.getHeader().getJWK();
        return key != null && token.verify(new RSASSAVerifier(key.toRSAKey().toRSAPublicKey()));
    }

    private boolean isSignedByASecretThatIsPublic(SignedJWT token) throws JOSEException {
        JWKSelector all =
                new JWKSelector(new JWKMatcher.Builder().keyType(KeyType.RSA).build());
        try {
            for (JWK key : keys.get(all, null)) {
                byte[] secret = key.toRSAKey().toRSAPublicKey().getEncoded();
                if (token.verify(new MACVerifier(secret))) {
                    return true;
                }
            }
            return false;
        } catch (KeySourceException e) {
            throw Problem.unavailable("the keys of the identity provider cannot be read");
        }
    }
}
