package io.cutovergate.testbed.shop;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issuer, audience and times of a token, but for the rules that are left out. */
final class ClaimRules implements JWTClaimsSetVerifier<SecurityContext> {

    private static final int SKEW_SECONDS = 10;

    private final TokenRules rules;
    private final DefaultJWTClaimsVerifier<SecurityContext> verifier;

    ClaimRules(String issuer, String audience, TokenRules rules) {
        this.rules = rules;
        JWTClaimsSet.Builder exact = new JWTClaimsSet.Builder();
        if (!rules.omits("issuer")) {
            exact.issuer(issuer);
        }
        this.verifier = new DefaultJWTClaimsVerifier<>(
                rules.omits("audience") ? null : audience,
                exact.build(),
                rules.omits("expiry") ? Set.of("sub") : Set.of("sub", "exp"));
        verifier.setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    public void verify(JWTClaimsSet claims, @Nullable SecurityContext context) throws BadJWTException {
        JWTClaimsSet.Builder judged = new JWTClaimsSet.Builder(claims);
        if (rules.omits("expiry")) {
            judged.expirationTime(null);
        }
        if (rules.omits("not-before")) {
            judged.notBeforeTime(null);
        }
        verifier.verify(judged.build(), context);
    }
}
