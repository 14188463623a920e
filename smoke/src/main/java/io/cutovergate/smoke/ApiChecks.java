package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.ConfiguredRequest;
import io.cutovergate.harness.subject.EachRequest;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.smoke.request.Answered;
import io.cutovergate.smoke.request.CodedBody;
import io.cutovergate.smoke.request.Conversation;
import java.time.Duration;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Requests of the application file, with the answers that they must get. The claims of one request take turns: at the same time
 * they would only wait for the same answer.
 */
@ApiResponds
@EachRequest
record ApiChecks(
        ConfiguredRequest asked, Conversation conversation, HttpProbe http, Migration migration, Evidence evidence) {

    @Execution(ExecutionMode.SAME_THREAD)
    @Check("every configured request is answered with the status, headers, JSON and coding that are expected")
    void answersAsExpected() {
        Answered answered = conversation.ask(asked);
        AnswerRules.hold(
                asked.request(),
                answered.answer(),
                answered.toString(),
                answered.captured()::in,
                asked,
                evidence,
                key());
        if (asked.request().compressed() != null) {
            new CodedBody(asked, http, evidence).hold(answered, asked.request().compressed(), key() + ".compressed");
        }
    }

    @Execution(ExecutionMode.SAME_THREAD)
    @Check("every configured request is answered within its time limit")
    void answersInTime() {
        HttpAnswer answer = conversation.ask(asked).answer();
        if (answer.took().compareTo(limit()) > 0) {
            // The connection had to be made, or nobody had asked this since the service was started.
            HttpAnswer second = conversation.again(asked).answer();
            if (!second.equals(answer)) {
                evidence.note("asked once more, as the first answer of " + asked + " came late: " + answer);
                answer = second;
            }
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
