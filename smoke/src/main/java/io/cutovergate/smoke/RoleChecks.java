package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.AuthenticationWorks;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachRoleEndpoint;
import io.cutovergate.harness.subject.RoleEndpoint;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;

/** An endpoint for a role, asked by an account without it. */
@AuthenticationWorks
@EachRoleEndpoint
record RoleChecks(RoleEndpoint endpoint, Login login, HttpProbe http, Evidence evidence) {

    @Check("without the role the answer is 403")
    void refusesWithoutTheRole() {
        HttpRequest request = login.as(endpoint.without(), HttpRequest.get(endpoint.host(), endpoint.name()));
        HttpAnswer answer = http.ask(request);
        String sentence = answer.isSuccess() ? "an account without the role gets in: " : "";
        evidence.measure("status", endpoint, answer.status())
                .detail(sentence + "as " + endpoint.without().who() + ": " + request + ": " + answer)
                .is(403, "RFC 9110, section 15.5.4; auth.refusals.admin-endpoint");
    }
}
