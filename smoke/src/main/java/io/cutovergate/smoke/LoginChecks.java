package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.config.SyntheticAccount;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.harness.subject.EachAccount;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.LoginAnswer;
import io.cutovergate.probe.login.SetCookie;
import java.util.List;

/** Logins of the synthetic accounts. */
@AuthenticationWorks
@EachAccount
record LoginChecks(AccountAt account, Login login, HttpProbe http, Evidence evidence) {

    @Check(
            "a login is granted, accepted for what the account may ask and, where the provider gives what it takes, refreshed and ended by logout; a session's cookie is protected, and worth nothing after its logout")
    void loginIsAccepted() {
        if (account.account().logsIn()) {
            granted(login.attempt(account.account()));
        }
        HttpAnswer answer = http.ask(login.as(account.account(), HttpRequest.of(account.host(), account.may())));
        AnswerRules.hold(account.may(), answer, account, evidence, key() + ".may");
        if (account.account().kind() == SyntheticAccount.Kind.PASSWORD) {
            new Renewal(account, login, evidence).examine(key());
        }
        if (account.account().logout() != null) {
            new SessionEnd(account, login, http, evidence).examine(key());
        }
    }

    private void granted(LoginAnswer granted) {
        if (account.account().form() != null) {
            evidence.measure("login taken", account, granted.credential() != null)
                    .detail(granted.detail())
                    .is(true, key() + ".form");
        } else {
            int expected = account.account().signIn() == null
                    ? 200
                    : account.account().signIn().status();
            evidence.measure("status of the login", account, granted.status())
                    .detail(granted.detail())
                    .is(expected, key());
        }
        String only = account.account().cookie();
        List<SetCookie> cookies = granted.cookies().stream()
                .filter(cookie -> only == null || cookie.name().equals(only))
                .toList();
        if (account.account().keepsSession()) {
            evidence.measure("cookies of the session", account, cookies.size())
                    .detail(granted.detail() + " sets " + granted.cookies())
                    .atLeast(1, key() + ".cookie");
        }
        evidence.forEach(
                cookies, cookie -> evidence.measure("missing protection of cookie " + cookie, account, missing(cookie))
                        .detail(
                                "Secure keeps it from eavesdroppers, HttpOnly from scripts, SameSite (Lax or Strict) from other sites")
                        .is("none", "RFC 6265bis, section 4.1.2; " + key() + ".cookie"));
    }

    private static String missing(SetCookie cookie) {
        return cookie.unprotected().isEmpty() ? "none" : String.join(", ", cookie.unprotected());
    }

    private String key() {
        return "auth.accounts." + account.name();
    }
}
