package io.cutovergate.smoke;

import io.cutovergate.harness.config.EffectStore;
import io.cutovergate.harness.config.Jobs;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Secret;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;
import java.util.Map;

/** Counts the effects of a job that are seen over HTTP: mails in a mailbox, or an object. */
record Effects(Jobs.EffectAt at, EffectStore store, String id, HttpProbe http) {

    private static final int ABSENT = 404;

    /** How many there are now; without a JSONPath an answer of 200 is one, and 404 none. */
    long count() {
        HttpRequest request =
                HttpRequest.get(store.url() + at.get().replace("{id}", id)).bearer(store.token());
        for (Map.Entry<String, Secret> header : store.secretHeaders().entrySet()) {
            request = request.header(header.getKey(), header.getValue().reveal());
        }
        HttpAnswer answer = http.send(request);
        if (at.count() == null && (answer.status() == 200 || answer.status() == ABSENT)) {
            return answer.status() == 200 ? 1 : 0;
        }
        JsonBody body = JsonBody.of(answer.body());
        if (at.count() == null || answer.status() != 200 || body.at(at.count()).equals(JsonBody.ABSENT)) {
            throw new Unexamined("the effect of the job cannot be looked for: " + request + ": " + answer + "; "
                    + answer.gist() + " (jobs.probe.effect-at)");
        }
        return body.size(at.count());
    }

    /** What is there before the job is no effect of it. */
    void requireNone() {
        long before = count();
        if (before != 0) {
            throw new Unexamined(at.get() + " finds " + before + " effects of job " + id
                    + " before it was enqueued, so it finds something else (jobs.probe.effect-at)");
        }
    }
}
