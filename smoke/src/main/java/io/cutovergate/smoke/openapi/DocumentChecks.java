package io.cutovergate.smoke.openapi;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DocumentedService;
import io.cutovergate.harness.subject.EachDocumentedService;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import java.util.ArrayList;
import java.util.List;

/** What a service promises in its OpenAPI document, it keeps. */
@ApiResponds
@EachDocumentedService
record DocumentChecks(DocumentedService service, HttpProbe http, Login login, Evidence evidence) {

    private static final int SHOWN = 3;

    @Check("every documented GET that can be asked is answered as the OpenAPI document says")
    void answersAsDocumented() {
        List<String> unasked = new ArrayList<>();
        List<Operation> asked = new ArrayList<>();
        for (Operation operation : OpenApiDocument.read(service.document()).operations()) {
            if (!operation.method().equals("GET")) {
                continue;
            }
            if (operation.sample().isEmpty()) {
                unasked.add(operation.path() + " (a needed parameter has no example)");
            } else if (operation.secured() && service.as() == null) {
                unasked.add(operation.path() + " (secured, and there is no openapi-as)");
            } else {
                asked.add(operation);
            }
        }
        if (asked.isEmpty()) {
            throw new Unexamined(service.document() + " has no GET that can be asked"
                    + (unasked.isEmpty() ? "" : ": " + String.join(", ", unasked)));
        }
        if (!unasked.isEmpty()) {
            evidence.note("not asked: " + String.join(", ", unasked));
        }
        evidence.forEach(asked, this::hold);
    }

    private void hold(Operation operation) {
        HttpRequest request = Requests.of(service, login, operation);
        HttpAnswer answer = http.ask(request);
        List<String> breaches = Conformance.breaches(operation, answer);
        evidence.measure("breaches of the document by " + operation, service, breaches.size())
                .detail(String.join("; ", breaches.stream().limit(SHOWN).toList())
                        + (breaches.size() > SHOWN ? "; …" : "")
                        + (breaches.isEmpty() ? "" : ": ")
                        + answer + "; body: " + answer.gist())
                .is(0, "services." + service.name() + ".openapi");
    }
}
