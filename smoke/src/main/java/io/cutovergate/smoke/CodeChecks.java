package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.AccountAt;
import io.cutovergate.harness.subject.EachCodeAccount;
import io.cutovergate.probe.login.CodeFlow;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.LoginAnswer;
import java.util.List;
import java.util.Objects;

/** A code that is stolen on its way is worth nothing. */
@AuthenticationWorks
@EachCodeAccount
record CodeChecks(AccountAt account, Login login, Evidence evidence) {

    /** RFC 6749, section 5.2: invalid_grant. */
    private static final int REFUSED = 400;

    @Check("a code is taken once, and with its own verifier only")
    void codeIsTakenOnce() {
        CodeFlow flow = new CodeFlow(login.issuer(), account.account());
        CodeFlow.Grant first = granted(flow);
        LoginAnswer taken = flow.exchange(code(first), first.verifier());
        if (taken.status() != 200) {
            throw new Unexamined("a good code is refused, so the refusal of a bad one shows nothing: " + taken);
        }
        LoginAnswer again = flow.exchange(code(first), first.verifier());
        CodeFlow.Grant second = granted(flow);
        LoginAnswer stolen = flow.exchange(code(second), CodeFlow.newVerifier());
        evidence.forEach(
                List.<Runnable>of(
                        () -> hold("code sent again", again, "RFC 6749, section 4.1.2"),
                        () -> hold("code with another verifier", stolen, "RFC 7636, section 4.6")),
                Runnable::run);
    }

    private void hold(String what, LoginAnswer answer, String source) {
        evidence.measure("status of a " + what, account, answer.status())
                .detail(answer.detail())
                .is(REFUSED, source + "; auth.accounts." + account.name());
    }

    private static CodeFlow.Grant granted(CodeFlow flow) {
        CodeFlow.Grant grant = flow.authorize();
        if (grant.code() == null) {
            throw new Unexamined("no code is given, so none is refused: " + grant);
        }
        return grant;
    }

    private static String code(CodeFlow.Grant grant) {
        return Objects.requireNonNull(grant.code());
    }
}
