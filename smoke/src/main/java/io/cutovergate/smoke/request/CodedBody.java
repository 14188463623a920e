package io.cutovergate.smoke.request;

import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.subject.Subject;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;

/** A body in a content coding says, decoded, what the plain one does (RFC 9110, section 8.4). */
public record CodedBody(Subject subject, HttpProbe http, Evidence evidence) {

    /** Measures the coding that was sent, and of what may be asked again the body. */
    public void hold(Answered coded, Request.Coding coding, String key) {
        evidence.measure(
                        "header Content-Encoding",
                        subject,
                        coded.answer().header("Content-Encoding").orElse(JsonBody.ABSENT))
                .detail(coded.toString())
                .is(coding.toString(), key);
        HttpRequest plain = coded.request().header("Accept-Encoding", "identity");
        if (!Conversation.SAFE.contains(plain.method())) {
            evidence.note("the decoded body is not compared: a " + plain.method() + " is not sent again");
            return;
        }
        String one = http.send(plain).whole();
        if (!one.equals(http.send(plain).whole())) {
            evidence.note("the decoded body is not compared: it changes from one request to the next");
            return;
        }
        String decoded = coded.answer().whole();
        evidence.measure("decoded body that is the plain one", subject, decoded.equals(one))
                .detail(decoded.length() + " and " + one.length() + " characters; decoded: "
                        + coded.answer().gist())
                .is(true, key);
    }
}
