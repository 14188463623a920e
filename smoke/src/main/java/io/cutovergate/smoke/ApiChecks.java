package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.ConfiguredRequest;
import io.cutovergate.harness.subject.EachRequest;
import io.cutovergate.probe.http.HttpAnswer;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Requests of the application file, with the answers that they must get. The claims of one request take turns: at the same time
 * they would only wait for the same answer.
 */
@ApiResponds
@EachRequest
record ApiChecks(ConfiguredRequest asked, Answers answers, Migration migration, Evidence evidence) {

    /** Methods that change nothing, so that they may be sent once more (RFC 9110, section 9.2.1). */
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Execution(ExecutionMode.SAME_THREAD)
    @Check("every configured request is answered with the status, headers and JSON that are expected")
    void answersAsExpected() {
        AnswerRules.hold(asked.request(), answers.first(asked), asked, evidence, key());
    }

    @Execution(ExecutionMode.SAME_THREAD)
    @Check("every configured request is answered within its time limit")
    void answersInTime() {
        HttpAnswer answer = answers.first(asked);
        if (answer.took().compareTo(limit()) > 0
                && SAFE.contains(asked.request().method())) {
            // The connection had to be made, or nobody had asked this since the service was started.
            evidence.note("asked once more, as the first answer of " + asked + " came late: " + answer);
            answer = answers.again(asked);
        }
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

    private String key() {
        return "services." + asked.service() + ".requests";
    }
}
