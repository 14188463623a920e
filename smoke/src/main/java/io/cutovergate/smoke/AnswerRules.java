package io.cutovergate.smoke;

import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.json.JsonBody;
import io.cutovergate.smoke.request.AnswerSchema;
import io.cutovergate.smoke.request.HeaderRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Holds an answer against what the application file expects of it. Where the status is another, headers and body are
 * another's too, and are not looked at; else every rule is, not only the first that breaks.
 */
final class AnswerRules {

    private static final int SHOWN = 3;

    private AnswerRules() {}

    /**
     * Measures status, headers, JSON values and schema.
     *
     * @param key where the request stands in the application file
     */
    static void hold(Request expected, HttpAnswer answer, Subject subject, Evidence evidence, String key) {
        String seen = answer + "; body: " + answer.gist();
        hold(expected, answer, seen, UnaryOperator.identity(), subject, evidence, key);
    }

    /**
     * The same.
     *
     * @param seen for messages
     * @param filled puts what earlier requests gave into the rules
     */
    static void hold(
            Request expected,
            HttpAnswer answer,
            String seen,
            UnaryOperator<String> filled,
            Subject subject,
            Evidence evidence,
            String key) {
        JsonBody body = JsonBody.of(answer.body());
        evidence.measure("status", subject, answer.status()).detail(seen).is(expected.status(), key + ".status");
        List<Runnable> rules = new ArrayList<>();
        expected.answerHeaders()
                .forEach((name, value) -> rules.add(() -> HeaderRules.hold(
                        name,
                        filled.apply(value),
                        answer,
                        answer.toString(),
                        subject,
                        evidence,
                        key + ".answer-headers")));
        for (Map.Entry<String, Object> value : expected.json().entrySet()) {
            rules.add(() -> evidence.measure(value.getKey(), subject, body.at(value.getKey()))
                    .detail(seen)
                    .is(JsonBody.print(value.getValue()), key + ".json"));
        }
        if (expected.schema() != null) {
            List<String> breaches = new AnswerSchema(expected.schema()).breaches(answer.whole());
            String told = String.join("; ", breaches.stream().limit(SHOWN).toList());
            rules.add(() -> evidence.measure("breaches of its schema", subject, breaches.size())
                    .detail(told + (breaches.size() > SHOWN ? "; …" : "") + (told.isEmpty() ? "" : ": ") + seen)
                    .is(0, key + ".schema"));
        }
        evidence.forEach(rules, Runnable::run);
    }
}
