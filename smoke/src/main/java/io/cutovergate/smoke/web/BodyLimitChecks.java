package io.cutovergate.smoke.web;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.BodyLimit;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachLimitedService;
import io.cutovergate.harness.subject.ServiceAt;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import java.util.List;
import java.util.Objects;

/** A gateway that is new has a limit of its own, and often a smaller one: what was taken before is then refused. */
@ApiResponds
@EachLimitedService
record BodyLimitChecks(ServiceAt service, HttpProbe http, Login login, Evidence evidence) {

    private static final int TOO_LARGE = 413;
    private static final String AROUND = "{\"gate\":\"\"}";

    @Check("a body of the largest size is not refused for its size, one byte more is, with 413")
    void limitsBodiesAsDeclared() {
        int size = Math.toIntExact(limit().size().bytes());
        evidence.forEach(List.of(size, size + 1), length -> hold(length, length > size));
    }

    private void hold(int length, boolean isTooLarge) {
        String body = AROUND.replace("\"\"", '"' + "x".repeat(length - AROUND.length()) + '"');
        HttpRequest request =
                HttpRequest.of("POST", service.host().origin() + limit().path()).body("application/json", body);
        // Not kept as evidence: nobody reads so much of nothing.
        HttpAnswer answer = http.send(login.as(limit().as(), request));
        if (answer.status() == 401 || answer.status() == 403) {
            throw new Unexamined(
                    request + " is refused before it is read, for who asks: " + answer + " (" + key() + ".as)");
        }
        String seen = request + ": " + answer + "; body: " + answer.gist();
        if (isTooLarge) {
            evidence.measure("status of a body of " + length + " bytes", service, answer.status())
                    .detail(seen)
                    .is(TOO_LARGE, "RFC 9110, section 15.5.14; " + key() + ".size");
        } else {
            boolean isTaken = answer.status() < 500 && answer.status() != TOO_LARGE;
            evidence.measure("body of " + length + " bytes taken", service, isTaken)
                    .detail(seen)
                    .is(true, key() + ".size");
        }
    }

    private BodyLimit limit() {
        return Objects.requireNonNull(service.rules().maxBody());
    }

    private String key() {
        return "services." + service.name() + ".max-body";
    }
}
