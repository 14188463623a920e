package io.cutovergate.testbed.shop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;

/**
 * What the provider says when somebody has logged out there, validated: signature, typ, iss, aud, iat, events, sid or sub, and no nonce
 * (OpenID Connect Back-Channel Logout 1.0, sections 2.4 and 2.6).
 */
final class LogoutTokens {

    private final LogoutTokenValidator validator;

    LogoutTokens(Env env) throws MalformedURLException {
        validator = new LogoutTokenValidator(
                new Issuer(env.need("SHOP_ISSUER")),
                new ClientID(TokenEndpoint.CLIENT),
                JWSAlgorithm.RS256,
                URI.create(env.need("SHOP_JWKS")).toURL());
    }

    /** Whose sessions end; 400 for what is no logout token for us (section 2.8). */
    SessionStore.Owner owner(String token) {
        try {
            LogoutTokenClaimsSet claims = validator.validate(JWTParser.parse(token));
            return claims.getSessionID() == null
                    ? SessionStore.Owner.sub(claims.getSubject().getValue())
                    : SessionStore.Owner.sid(claims.getSessionID().getValue());
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw Problem.badRequest("no logout token: " + e.getMessage());
        }
    }
}
