package io.cutovergate.smoke;

import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.login.Issuer;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.LoginAnswer;
import java.util.Optional;

/** The refresh token of a login: it gives another token, and none any more after logout. */
record Renewal(AccountAt account, Login login, Evidence evidence) {

    /** With a login of its own, which ends here; where the provider gives no refresh token there is nothing to examine. */
    void examine(String key) {
        SyntheticAccount who = account.account();
        LoginAnswer granted = login.apart(who);
        if (granted.tokens() == null || granted.tokens().refresh() == null) {
            evidence.note("no refresh token is given to " + who.who() + ", so none is examined");
            return;
        }
        Issuer issuer = login.issuer();
        LoginAnswer renewed = issuer.refresh(granted.tokens().refresh(), who);
        evidence.measure("status of the refresh", account, renewed.status())
                .detail(renewed.detail())
                .is(200, "RFC 6749, section 6; " + key);
        // The provider may have given a new one for the old (RFC 6749, section 6).
        LoginAnswer.Tokens tokens = renewed.tokens() == null ? granted.tokens() : renewed.tokens();
        String refresh = tokens.refresh() == null ? granted.tokens().refresh() : tokens.refresh();
        String id = tokens.id() == null ? granted.tokens().id() : tokens.id();
        Optional<String> endSession = issuer.endSession();
        if (endSession.isEmpty() || id == null) {
            evidence.note("logout is not examined: the provider "
                    + (id == null ? "gives no id token" : "has no end_session_endpoint"));
            return;
        }
        HttpAnswer logout = issuer.logout(endSession.get(), id);
        evidence.measure("status of the logout", account, logout.status())
                .detail("POST " + endSession.get() + ": " + logout + "; " + logout.gist())
                .atMost(399, "OpenID Connect RP-Initiated Logout 1.0, section 4");
        if (issuer.oidc().logoutEndsTokens()) {
            ended(issuer.refresh(refresh, who));
        }
    }

    private void ended(LoginAnswer again) {
        evidence.measure("status of the refresh after logout", account, again.status())
                .detail(again.detail())
                .is(
                        400,
                        "RFC 6749, section 5.2; OpenID Connect Back-Channel Logout 1.0, section 2.7;"
                                + " auth.oidc.logout-ends-tokens");
    }
}
