package io.cutovergate.probe.login;

import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.probe.http.Cookies;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.Visit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The authorization code flow with PKCE (RFC 6749, section 4.1; RFC 7636), through the provider's own login form. Where the
 * code is sent to nobody is asked.
 */
public record CodeFlow(Issuer issuer, SyntheticAccount account) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * What the provider gave for the login.
     *
     * @param code null where the login was refused
     * @param verifier what the code is bound to
     * @param asked whether a password was asked for
     * @param refusal the answer that refused it; null where there is a code
     */
    public record Grant(
            @Nullable String code,
            String verifier,
            boolean asked,
            @Nullable LoginAnswer refusal) {

        /** Without what is secret. */
        @Override
        public String toString() {
            return refusal == null ? "a code" : refusal.toString();
        }
    }

    /** A verifier that no code is bound to (RFC 7636, section 4.1). */
    public static String newVerifier() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Logs in through the form and stops where the provider sends the code to. */
    public Grant authorize() {
        return authorize(new Cookies());
    }

    /** An id token of who is signed in already, in the same session of the provider's; {@link Unexamined} where it asks again. */
    public String idToken(Cookies signedIn) {
        Grant grant = authorize(signedIn);
        if (grant.code() == null || grant.asked()) {
            throw new Unexamined("the provider asks " + account.who()
                    + " for the password again, so it keeps no session that both clients share: " + grant);
        }
        LoginAnswer answer = exchange(grant.code(), grant.verifier());
        if (answer.tokens() == null || answer.tokens().id() == null) {
            throw new Unexamined(
                    "the provider gives no id token to " + issuer.oidc().clientId() + ": " + answer);
        }
        return answer.tokens().id();
    }

    private Grant authorize(Cookies cookies) {
        String verifier = newVerifier();
        String state = newVerifier();
        Visit visit = new Visit(issuer.http(), cookies);
        LoginWalk walk = new LoginWalk(visit, account, address -> !address.startsWith(issuer.redirect()));
        LoginWalk.End end = walk.from(HttpRequest.get(address(verifier, state)));
        String left = end.landing().left();
        if (end.returned()) {
            return refused(verifier, end, "the login form comes back");
        }
        if (left == null && !end.sent()) {
            throw new Unexamined("no login form in the answer to " + end);
        }
        if (left == null || !left.startsWith(issuer.redirect())) {
            throw new Unexamined("the login leads to no code: " + end
                    + (left == null ? "" : " leads to " + left.replaceAll("\\?.*", "?…")));
        }
        return granted(verifier, state, end, left);
    }

    private Grant granted(String verifier, String state, LoginWalk.End end, String left) {
        HttpUrl url = HttpUrl.get(left);
        if (!state.equals(url.queryParameter("state"))) {
            throw new Unexamined("the provider answers with another state than it was asked with: " + end
                    + " (RFC 6749, section 10.12)");
        }
        String code = url.queryParameter("code");
        if (code == null) {
            return refused(verifier, end, "error " + url.queryParameter("error"));
        }
        issuer.migration().secrets().add(code, "code of " + account.who());
        return new Grant(code, verifier, end.sent(), null);
    }

    private static Grant refused(String verifier, LoginWalk.End end, String why) {
        return new Grant(
                null, verifier, true, LoginAnswer.refused(end.landing().answer().status(), end + "; " + why));
    }

    /** Exchanges a code for tokens (RFC 6749, section 4.1.3; RFC 7636, section 4.5). */
    public LoginAnswer exchange(String code, String verifier) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", issuer.redirect());
        form.put("code_verifier", verifier);
        return issuer.exchange(form, account);
    }

    /** All of it. */
    LoginAnswer logIn() {
        Grant grant = authorize();
        return grant.code() == null
                ? Objects.requireNonNull(grant.refusal())
                : exchange(grant.code(), grant.verifier());
    }

    private String address(String verifier, String state) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", issuer.oidc().clientId());
        query.put("redirect_uri", issuer.redirect());
        query.put("scope", issuer.oidc().scope());
        query.put("state", state);
        query.put("nonce", newVerifier());
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        return issuer.authorization() + "?" + Issuer.encode(query);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
