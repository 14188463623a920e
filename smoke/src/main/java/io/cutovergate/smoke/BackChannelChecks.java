package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.harness.subject.EachBackChannelAccount;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.Polling;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.login.CodeFlow;
import io.cutovergate.probe.login.Issuer;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.Session;
import java.util.Objects;

/** A logout at the provider, of which the application is told behind the browser's back. */
@AuthenticationWorks
@EachBackChannelAccount
record BackChannelChecks(AccountAt account, Login login, HttpProbe http, Migration migration, Evidence evidence) {

    @Check("a logout at the provider ends the application's session within the deadline")
    void providerLogoutEndsTheSession() {
        Auth.BackChannelLogout rules = Objects.requireNonNull(
                Objects.requireNonNull(migration.application().auth()).backChannelLogout());
        Issuer issuer = login.issuer();
        issuer.requireBackChannelLogout();
        Session session = SessionUse.begun(account, login, http);
        // Asked for as another application of the same provider's: nobody but the provider can tell the first one.
        String idToken = new CodeFlow(issuer, account.account()).idToken(session.jar());
        logOut(issuer, idToken, session);
        SessionUse after =
                Polling.until(rules.within(), () -> SessionUse.seen(account, session, http), use -> !use.isAccepted());
        evidence.measure("session taken after a logout at the provider", account, after.isAccepted())
                .detail("asked until " + Units.print(rules.within()) + " after it: " + after.detail())
                .is(
                        false,
                        "OpenID Connect Back-Channel Logout 1.0, section 2.7; auth.back-channel-logout.within = "
                                + Units.print(rules.within()));
    }

    private static void logOut(Issuer issuer, String idToken, Session session) {
        String place =
                issuer.endSession().orElseThrow(() -> new Unexamined("the provider has no end_session_endpoint"));
        HttpAnswer answer = issuer.logout(place, idToken, session.jar());
        if (answer.status() >= 400) {
            throw new Unexamined(
                    "the provider refuses the logout: POST " + place + ": " + answer + "; " + answer.gist());
        }
    }
}
