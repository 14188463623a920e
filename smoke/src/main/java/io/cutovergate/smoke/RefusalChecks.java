package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.config.Auth;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachRefusedToken;
import io.cutovergate.harness.subject.RefusedToken;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.login.SignedToken;
import java.util.Objects;

/** Tokens that a protected endpoint must refuse. */
@AuthenticationWorks
@EachRefusedToken
record RefusalChecks(RefusedToken refused, Login login, HttpProbe http, Migration migration, Evidence evidence) {

    private static final int UNAUTHORIZED = 401;

    @Check("without a token, and with one that is forged, unsigned or foreign, the answer is 401")
    void refusesTheToken() {
        HttpRequest plain = HttpRequest.get(refused.host(), refused.endpoint());
        HttpAnswer answer =
                switch (refused.kind()) {
                    case MISSING -> http.ask(plain);
                    case FORGED -> http.ask(plain.bearer(genuine(plain).forged()));
                    case ALG_NONE -> http.ask(plain.bearer(genuine(plain).unsigned()));
                    case GIVEN ->
                        http.ask(plain.bearer(
                                Objects.requireNonNull(refused.token()).reveal()));
                };
        evidence.measure("status", refused, answer.status())
                .detail(plain + ": " + answer + "; body: " + answer.gist())
                .is(UNAUTHORIZED, "RFC 6750, section 3.1; auth.refusals.endpoint");
    }

    /** A token that the endpoint takes. The refusal of its forgery shows nothing where the token is refused as well. */
    private SignedToken genuine(HttpRequest plain) {
        Auth auth = Objects.requireNonNull(migration.application().auth());
        Auth.Account account = auth.accounts().values().stream()
                .findFirst()
                .orElseThrow(() -> new Unexamined("auth.accounts has no account whose token could be forged"));
        String token = login.token(account);
        HttpAnswer answer = http.send(plain.bearer(token));
        if (answer.status() == UNAUTHORIZED) {
            throw new Unexamined("the genuine token of " + account.username() + " is refused as well: " + plain + ": "
                    + answer + "; so the refusal of a forged one shows nothing");
        }
        return SignedToken.of(token);
    }
}
