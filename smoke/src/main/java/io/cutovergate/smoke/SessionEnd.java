package io.cutovergate.smoke;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.LogoutAnswer;
import io.cutovergate.probe.login.Session;

/** A session that its user ends: its cookies are worth nothing afterwards. */
record SessionEnd(AccountAt account, Login login, HttpProbe http, Evidence evidence) {

    /** With a session of its own, which ends here. */
    void examine(String key) {
        Session session = SessionUse.begun(account, login, http);
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
