package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.ServicesDeployed;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachHealthEndpoint;
import io.cutovergate.harness.subject.HealthEndpoint;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.time.Duration;

/** Health endpoints of every service, with as much patience as the files allow. */
@ServicesDeployed
@EachHealthEndpoint
record HealthChecks(HealthEndpoint endpoint, HttpProbe http, Evidence evidence) {

    @Check(value = "every health endpoint answers with success within its deadline", vital = true)
    void healthEndpointAnswers() {
        HttpRequest request = HttpRequest.get(endpoint.host(), endpoint.path()).within(oneAnswer());
        HttpAnswer answer = http.await(request, endpoint.within(), HttpAnswer::isSuccess);
        String detail = answer + " after waiting up to " + Units.print(endpoint.within()) + " (services."
                + endpoint.service() + ".health.within); body: " + answer.gist();
        evidence.measure("status", endpoint, answer.status()).detail(detail).atLeast(200, "RFC 9110, section 15.3");
        evidence.measure("status", endpoint, answer.status()).detail(detail).atMost(299, "RFC 9110, section 15.3");
    }

    /** A service that was asleep keeps its first request waiting; any other that does so is ill, and asked again. */
    private Duration oneAnswer() {
        return endpoint.scaleToZero() || endpoint.within().compareTo(HttpRequest.WITHIN) < 0
                ? endpoint.within()
                : HttpRequest.WITHIN;
    }
}
