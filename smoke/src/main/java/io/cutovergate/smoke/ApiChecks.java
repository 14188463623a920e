package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.ConfiguredRequest;
import io.cutovergate.harness.subject.EachRequest;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import java.time.Duration;
import java.util.Set;

/** Requests of the application file, with the answers that they must get. */
@ApiResponds
@EachRequest
record ApiChecks(ConfiguredRequest asked, HttpProbe http, Login login, Migration migration, Evidence evidence) {

    /** Methods that change nothing, so that they may be sent once more to warm up (RFC 9110, section 9.2.1). */
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Check("every configured request is answered with the status, headers and JSON that are expected")
    void answersAsExpected() {
        AnswerRules.hold(asked.request(), http.ask(request()), asked, evidence, key());
    }

    @Check("every configured request is answered within its time limit")
    void answersInTime() {
        HttpRequest request = request();
        if (SAFE.contains(request.method())) {
            http.send(request);
        }
        HttpAnswer answer = http.ask(request);
        evidence.measure(
                        "time for the answer",
                        asked,
                        Duration.ofMillis(answer.took().toMillis()))
                .detail(answer.toString())
                .atMost(limit(), asked.request().within() == null ? "limits.api-responds.within" : key() + ".within");
    }

    private Duration limit() {
        Duration own = asked.request().within();
        return own != null
                ? own
                : migration.environment().limits().apiResponds().within();
    }

    private HttpRequest request() {
        return login.as(asked.request().as(), HttpRequest.of(asked.host(), asked.request()));
    }

    private String key() {
        return "services." + asked.service() + ".requests";
    }
}
