package com.example.checks;

import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.ConfiguredRequest;
import io.cutovergate.harness.subject.EachRequest;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.util.List;

/** Asked once for each request of the application file, at the vantage of the gate. */
@ServerUndisclosed
@EachRequest
record ServerChecks(ConfiguredRequest asked, HttpProbe http, Evidence evidence) {

    @Check("no header of the answer names a version")
    void namesNoVersion() {
        HttpAnswer answer = http.ask(HttpRequest.of(asked.host(), asked.request()));
        evidence.forEach(List.of("Server", "X-Powered-By", "Via"), header -> {
            String value = answer.header(header).orElse("none");
            evidence.measure("version in " + header, asked, value.matches(".*\\d.*"))
                    .detail(header + ": " + value)
                    .is(false, "our security handbook, 4.2");
        });
    }
}
