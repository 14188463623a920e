package io.cutovergate.testbed.shop;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions of the shop's own that begin with a login at the provider (OpenID Connect Core 1.0, section 3.1, with PKCE) and end with a
 * logout there (OpenID Connect Back-Channel Logout 1.0).
 */
final class ProviderLogin {

    private static final String CALLBACK = "/account/callback";
    private static final String FLOW = "shop_flow";

    private final Env env;
    private final SessionStore sessions;
    private final AccountPages pages;
    private final TokenEndpoint tokens;
    private final TokenRules rules;
    private final IDTokenValidator idTokens;
    private final LogoutTokens logoutTokens;

    ProviderLogin(Env env, SessionStore sessions, AccountPages pages) throws MalformedURLException {
        this.env = env;
        this.sessions = sessions;
        this.pages = pages;
        this.tokens = TokenEndpoint.of(env);
        this.rules = TokenRules.of(env);
        Issuer issuer = new Issuer(env.need("SHOP_ISSUER"));
        ClientID client = new ClientID(TokenEndpoint.CLIENT);
        URL keys = URI.create(env.need("SHOP_JWKS")).toURL();
        this.idTokens = new IDTokenValidator(issuer, client, JWSAlgorithm.RS256, keys);
        this.logoutTokens = new LogoutTokens(env);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/account/sign-in", request -> leave()),
                Route.get(CALLBACK, this::arrive),
                Route.post("/account/backchannel-logout", this::end));
    }

    /** To the provider; what comes back must fit the cookie (RFC 9700, section 4.7). */
    private Reply leave() {
        String state = SessionStore.number();
        CodeVerifier verifier = new CodeVerifier();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", TokenEndpoint.CLIENT);
        query.put("redirect_uri", redirect());
        query.put("scope", "openid");
        query.put("state", state);
        query.put("nonce", state);
        query.put(
                "code_challenge",
                CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue());
        query.put("code_challenge_method", "S256");
        return Reply.empty(303)
                .with("Location", env.need("SHOP_ISSUER") + "/authorize?" + Forms.encode(query))
                .with("Set-Cookie", pages.cookie(FLOW, state + "." + verifier.getValue()));
    }

    private Reply arrive(Request request) throws IOException {
        Map<String, String> query = request.query();
        String[] flow = request.cookie(FLOW).orElse(".").split("\\.", 2);
        if (flow[0].isEmpty() || !flow[0].equals(query.get("state"))) {
            throw Problem.forbidden("this login was not begun here");
        }
        String token = tokens.idToken(query.getOrDefault("code", ""), flow[1], redirect())
                .orElseThrow(() -> Problem.forbidden("the provider gives no token for the code"));
        try {
            JWT jwt = JWTParser.parse(token);
            idTokens.validate(jwt, new Nonce(flow[0]));
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return pages.begun(Tokens.principal(claims), Optional.ofNullable(claims.getStringClaim("sid")));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw Problem.forbidden("the provider's id token is not valid here: " + e.getMessage());
        }
    }

    /** What the provider says when a session has ended there. */
    private Reply end(Request request) throws IOException {
        String token = request.form().getOrDefault("logout_token", "");
        if (!rules.omits("logout-token")) {
            sessions.endOf(logoutTokens.owner(token));
        }
        return Reply.empty(200);
    }

    private String redirect() {
        return env.need("SHOP_URL") + CALLBACK;
    }
}
