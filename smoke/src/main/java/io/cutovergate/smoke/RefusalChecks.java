package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachRefusedToken;
import io.cutovergate.harness.subject.RefusedToken;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import java.util.List;

/** Tokens and sessions that a protected endpoint must refuse. */
@AuthenticationWorks
@EachRefusedToken
record RefusalChecks(RefusedToken refused, Login login, HttpProbe http, Migration migration, Evidence evidence) {

    private static final int UNAUTHORIZED = 401;

    @Check("without a token, and with one that is forged, unsigned, expired, early or foreign, the answer is 401")
    void refusesTheToken() {
        HttpRequest plain = HttpRequest.get(refused.host(), refused.endpoint());
        List<HttpRequest> requests = new Refusals(login, http, migration, evidence).of(refused, plain);
        evidence.forEach(requests, request -> {
            HttpAnswer answer = http.ask(request);
            String sentence = answer.isSuccess() ? refused.kind().sentence() + ": " : "";
            evidence.measure("status", refused, answer.status())
                    .detail(sentence + plain + ": " + answer + "; body: " + answer.gist())
                    .is(UNAUTHORIZED, "RFC 6750, section 3.1; auth.refusals.endpoint");
        });
    }
}
