package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.harness.subject.EachFormAccount;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.login.FormVisit;
import io.cutovergate.probe.login.Login;
import java.util.List;
import java.util.Map;

/** A login form that somebody else's page sends, to sign a visitor in under a name that is not theirs. */
@AuthenticationWorks
@EachFormAccount
record FormChecks(AccountAt account, Login login, HttpProbe http, Evidence evidence) {

    private static final Map<FormVisit.Forgery, String> WORDS = Map.of(
            FormVisit.Forgery.WITHOUT_TOKEN, "login form without its token taken",
            FormVisit.Forgery.TOKEN_OF_ANOTHER, "login form with another visitor's token taken");

    @Check("the login form is refused without its token against forgery, and with that of another visitor")
    void refusesTheFormWithoutItsToken() {
        // A form that is refused in any case shows nothing: the login with it comes first.
        login.credential(account.account());
        FormVisit form = login.form(account.account());
        evidence.forEach(List.of(FormVisit.Forgery.values()), forgery -> {
            SessionUse use = SessionUse.of(account, form.forged(forgery).cookies(), http);
            evidence.measure(String.valueOf(WORDS.get(forgery)), account, use.isAccepted())
                    .detail("with the cookies that the answer left: " + use.detail())
                    .is(
                            false,
                            "OWASP, Cross-Site Request Forgery Prevention, \"Possible CSRF Vulnerabilities in Login"
                                    + " Forms\"; auth.accounts." + account.name() + ".form.refused-without-token");
        });
    }
}
