package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.harness.subject.EachAccount;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.LoginAnswer;

/** Logins of the synthetic accounts. */
@AuthenticationWorks
@EachAccount
record LoginChecks(AccountAt account, Login login, HttpProbe http, Evidence evidence) {

    @Check("a login is granted, and accepted for what the account may ask")
    void loginIsAccepted() {
        String key = "auth.accounts." + account.name();
        LoginAnswer granted = login.attempt(account.account());
        evidence.measure("status of the login", account, granted.status())
                .detail(granted.detail())
                .is(200, key);
        HttpAnswer answer =
                http.ask(HttpRequest.of(account.host(), account.may()).bearer(login.token(account.account())));
        AnswerRules.hold(account.may(), answer, account, evidence, key + ".may");
    }
}
