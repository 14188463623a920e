package io.cutovergate.testbed.shop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a {@link Principal} of the bearer token (RFC 6750) that a request carries. */
interface Tokens {

    Principal ANYBODY = new Principal("anonymous", "anonymous", Set.of());

    /** Throws 401 when there is no token or not one of ours, 503 when that cannot be told. */
    Principal principal(Request request);

    /**
     * With {@code SHOP_AUTH=off}, for a deployment behind a proxy that has judged the token already, it is only read. Otherwise it is
     * validated: RS256 with a key of {@code SHOP_JWKS}, issuer, audience, times; or a cookie of a session stands for it.
     */
    static Tokens of(Env env, WebSession sessions, Optional<AccountPages> pages) throws MalformedURLException {
        if (!env.on("SHOP_AUTH")) {
            return request -> bearer(request).map(Tokens::read).orElse(ANYBODY);
        }
        TokenRules rules = TokenRules.of(env);
        Tokens validated = validated(env.need("SHOP_ISSUER"), env.need("SHOP_AUDIENCE"), env.need("SHOP_JWKS"), rules);
        return request -> {
            if (bearer(request).isPresent()) {
                return validated.principal(request);
            }
            return sessions.principal(request)
                    .or(() -> pages.flatMap(account -> account.principal(request)))
                    .or(() -> rules.omits("token") ? Optional.of(ANYBODY) : Optional.empty())
                    .orElseThrow(() -> Problem.unauthorized("no bearer token", "Bearer realm=\"shop\""));
        };
    }

    private static Tokens validated(String issuer, String audience, String keys, TokenRules rules)
            throws MalformedURLException {
        var claims = new ClaimRules(issuer, audience, rules);
        var source = JWKSourceBuilder.create(
                        URI.create(keys).toURL(), new DefaultResourceRetriever(2_000, 2_000, 100_000))
                .retrying(true)
                .build();
        var lax = new LaxSignatures(rules, source);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, source));
        processor.setJWTClaimsSetVerifier(claims);
        return request -> {
            try {
                JWT token = JWTParser.parse(bearer(request).orElseThrow());
                if (lax.accept(token)) {
                    claims.verify(token.getJWTClaimsSet(), null);
                    return principal(token.getJWTClaimsSet());
                }
                return principal(processor.process(token, null));
            } catch (KeySourceException e) {
                throw Problem.unavailable("the keys of the identity provider cannot be read");
            } catch (ParseException | BadJOSEException | JOSEException e) {
                throw invalid();
            }
        };
    }

    private static Optional<String> bearer(Request request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).strip());
    }

    private static Principal read(String token) {
        try {
            return principal(JWTParser.parse(token).getJWTClaimsSet());
        } catch (ParseException e) {
            throw invalid();
        }
    }

    /** Whom a token's claims name. */
    static Principal principal(JWTClaimsSet claims) throws ParseException {
        String subject = Optional.ofNullable(claims.getSubject()).orElseThrow(Tokens::invalid);
        String name = Optional.ofNullable(claims.getStringClaim("name")).orElse(subject);
        List<String> roles =
                Optional.ofNullable(claims.getStringListClaim("roles")).orElse(List.of());
        return new Principal(subject, name, Set.copyOf(roles));
    }

    private static Problem invalid() {
        return Problem.unauthorized("the token is not valid here", "Bearer realm=\"shop\", error=\"invalid_token\"");
    }
}
