package io.cutovergate.cutover;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.checklist.Checklist.SourceReadOnly;
import io.cutovergate.harness.config.ApplicationFile;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachWriteOfSource;
import io.cutovergate.harness.subject.WriteOfSource;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;
import io.cutovergate.probe.login.Login;
import java.util.Map;
import java.util.UUID;

/** Whether the source takes no more writes, and says so as it is documented, while it is read as before. */
@SourceReadOnly
@EachWriteOfSource
record ReadOnlyChecks(WriteOfSource write, HttpProbe http, Login login, Migration migration, Evidence evidence) {

    private static final Vantage SOURCE = new Vantage(Side.SOURCE, Route.ENTRY);

    @Check("the source refuses it with the documented answer")
    void isRefused() {
        ApplicationFile.ReadOnly rule = migration.application().readOnly();
        HttpAnswer answer = http.at(SOURCE).ask(request());
        String seen = answer + "; body: " + answer.gist();
        if (answer.status() == write.request().status()) {
            evidence.measure("taken by the source", write, true)
                    .detail(seen)
                    .is(false, "read-only; a write that is taken now is not on the target");
        }
        evidence.measure("status", write, answer.status()).detail(seen).is(rule.status(), "read-only.status");
        JsonBody body = JsonBody.of(answer.body());
        for (Map.Entry<String, Object> value : rule.json().entrySet()) {
            evidence.measure(value.getKey(), write, body.at(value.getKey()))
                    .detail(seen)
                    .is(JsonBody.print(value.getValue()), "read-only.json");
        }
    }

    @Check("the source still answers its readers")
    void readsGoOn() {
        var reads = migration.application().watch();
        if (reads == null || reads.reads().isEmpty()) {
            throw new Unexamined("watch.reads is not configured, so nobody knows what the source should still answer");
        }
        evidence.forEach(reads.reads().entrySet(), read -> {
            var host =
                    migration.host(migration.service(read.getValue().service()).host(), Side.SOURCE);
            HttpRequest request = login.at(SOURCE)
                    .as(
                            read.getValue().request().as(),
                            HttpRequest.of(host, read.getValue().request()));
            HttpAnswer answer = http.at(SOURCE).ask(request);
            evidence.measure("status of " + read.getKey(), write, answer.status())
                    .detail(answer.toString())
                    .is(read.getValue().request().status(), "watch.reads." + read.getKey() + ".request.status");
        });
    }

    /** With an identifier of its own, for interfaces that take each only once. */
    private HttpRequest request() {
        String id = "gate-" + UUID.randomUUID();
        HttpRequest open = HttpRequest.of(write.host(), write.request());
        return login.at(SOURCE).as(write.request().as(), open.with("{id}", id));
    }
}
