package io.cutovergate.smoke.web;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.ErrorForm;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachErringService;
import io.cutovergate.harness.subject.ServiceAt;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Whoever makes an error, clients read it in the form of the service. */
@ApiResponds
@EachErringService
record ErrorChecks(ServiceAt service, HttpProbe http, Evidence evidence) {

    private record Wrong(String path, int status) {}

    @Check("an unknown path, and a login that is missing, are told in the service's own form, without a stack trace")
    void errsInItsOwnForm() {
        List<Wrong> all = new ArrayList<>();
        String below = form().below();
        all.add(new Wrong(below + (below.endsWith("/") ? "" : "/") + "cutover-gate-asks-for-nothing", 404));
        if (form().refused() != null) {
            all.add(new Wrong(form().refused(), 401));
        }
        evidence.forEach(all, this::hold);
    }

    private void hold(Wrong wrong) {
        HttpRequest request = HttpRequest.get(service.host(), wrong.path());
        HttpAnswer answer = http.ask(request);
        String seen = request + ": " + answer + "; body: " + answer.gist();
        evidence.measure("status of the error", service, answer.status())
                .detail(seen)
                .is(wrong.status(), "RFC 9110, section 15.5; " + key());
        List<Runnable> rules = new ArrayList<>();
        String type = answer.header("Content-Type").orElse(JsonBody.ABSENT).split(";", 2)[0];
        rules.add(() -> evidence.measure(
                        "Content-Type of the error", service, type.strip().toLowerCase(Locale.ROOT))
                .detail(seen)
                .is(form().contentType().toLowerCase(Locale.ROOT), key() + ".content-type"));
        JsonBody body = JsonBody.of(answer.body());
        List<String> missing = form().has().stream()
                .filter(path -> body.at(path).equals(JsonBody.ABSENT))
                .toList();
        rules.add(() -> evidence.measure("values missing of the error", service, missing.size())
                .detail((missing.isEmpty() ? "" : String.join(", ", missing) + ": ") + seen)
                .is(0, key() + ".has"));
        // The body is not repeated: a trace tells what strangers need not know.
        rules.add(() -> evidence.measure("stack trace in the error", service, StackTraces.isIn(answer.body()))
                .detail(request + ": " + answer)
                .is(false, "OWASP WSTG, \"Testing for Improper Error Handling\"; " + key()));
        evidence.forEach(rules, Runnable::run);
    }

    private ErrorForm form() {
        return Objects.requireNonNull(service.rules().errors());
    }

    private String key() {
        return "services." + service.name() + ".errors";
    }
}
