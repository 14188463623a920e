package io.cutovergate.smoke.request;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Measurement;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.json.JsonBody;
import java.util.regex.Pattern;

/** Holds one header of an answer against a rule of the files: exact, absent, or after {@code ~} an expression. */
public final class HeaderRules {

    private HeaderRules() {}

    /** Measures it; a header that is not sent has the value {@value JsonBody#ABSENT}. */
    public static void hold(
            String name, String rule, HttpAnswer answer, String seen, Subject subject, Evidence evidence, String key) {
        Measurement<String> measured = evidence.measure(
                        "header " + name, subject, answer.header(name).orElse(JsonBody.ABSENT))
                .detail(seen);
        if (rule.startsWith("~")) {
            measured.matches(Pattern.compile(rule.substring(1).strip()), key);
        } else {
            measured.is(rule, key);
        }
    }
}
