package io.cutovergate.smoke;

import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.json.JsonBody;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds an answer against what the application file expects of it. Where the status is another, headers and body are
 * another's too, and are not looked at; else every rule is, not only the first that breaks.
 */
final class AnswerRules {

    private AnswerRules() {}

    /**
     * Measures status, headers and JSON values.
     *
     * @param key where the request stands in the application file
     */
    static void hold(Request expected, HttpAnswer answer, Subject subject, Evidence evidence, String key) {
        JsonBody body = JsonBody.of(answer.body());
        String seen = answer + "; body: " + answer.gist();
        evidence.measure("status", subject, answer.status()).detail(seen).is(expected.status(), key + ".status");
        List<Runnable> rules = new ArrayList<>();
        expected.answerHeaders()
                .forEach((name, value) -> rules.add(() -> evidence.measure(
                                "header " + name, subject, answer.header(name).orElse(JsonBody.ABSENT))
                        .is(value, key + ".answer-headers")));
        expected.json()
                .forEach((path, value) -> rules.add(() -> evidence.measure(path, subject, body.at(path))
                        .detail(seen)
                        .is(JsonBody.print(value), key + ".json")));
        evidence.forEach(rules, Runnable::run);
    }
}
