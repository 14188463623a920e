package io.cutovergate.smoke;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.LoginAnswer;
import io.cutovergate.probe.login.LogoutAnswer;
import io.cutovergate.probe.login.Session;

/** A session that its user ends: its cookies are worth nothing afterwards. */
record SessionEnd(AccountAt account, Login login, HttpProbe http, Evidence evidence) {

    /** With a session of its own, which ends here. */
    void examine(String key) {
        LoginAnswer granted = login.apart(account.account());
        Session session = granted.session();
        if (session == null) {
            throw new Unexamined("a second login of " + account.account().who()
                    + " is refused, so no session is ended: " + granted.detail());
        }
        // As they were shown: the logout itself may take them out of the jar.
        SessionUse before = SessionUse.of(account, session, http);
        if (!before.isAccepted()) {
            throw new Unexamined(
                    "the session is refused before its logout as well, so that shows nothing: " + before.detail());
        }
        LogoutAnswer logout = login.logout(account.account(), session);
        evidence.measure("logout done", account, logout.isDone())
                .detail(logout.detail())
                .is(true, key + ".logout");
        SessionUse after = SessionUse.of(account, session, http);
        evidence.measure("session taken after its logout", account, after.isAccepted())
                .detail(after.detail())
                .is(false, "OWASP ASVS 5.0, 7.4.1; " + key + ".logout");
    }
}
