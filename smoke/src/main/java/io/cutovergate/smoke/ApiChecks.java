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

/** Requests of the application file, with the answers that they must get. */
@ApiResponds
@EachRequest
record ApiChecks(
        ConfiguredRequest asked, Conversation conversation, HttpProbe http, Migration migration, Evidence evidence) {

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

    @Check("every configured request is answered within its time limit")
    void answersInTime() {
        HttpAnswer answer = conversation.askWarm(asked).answer();
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
