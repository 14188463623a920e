package io.cutovergate.smoke.web;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachClosedService;
import io.cutovergate.harness.subject.ServiceAt;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.util.List;

/** Who lets every origin in that asks lets any page act for whoever looks at it. */
@ApiResponds
@EachClosedService
record StrangerChecks(ServiceAt service, HttpProbe http, Migration migration, Evidence evidence) {

    @Check("pages of origins that are not declared may neither ask nor read")
    void admitsNoOtherOrigin() {
        Origins origins = new Origins(service, migration);
        evidence.forEach(origins.strangers(), origin -> {
            String method = origins.cors().methods().get(0);
            evidence.forEach(
                    List.of(origins.preflight(origin, method), origins.request(origin)),
                    request -> hold(request, origin));
        });
    }

    private void hold(HttpRequest request, String origin) {
        CorsAnswer answer = new CorsAnswer(http.ask(request), origin, false);
        evidence.measure("origin " + origin + " let in", service, answer.isRead())
                .detail(request + ": Access-Control-Allow-Origin is " + answer.allowedOrigin() + "; " + answer.answer())
                .is(
                        false,
                        "WHATWG Fetch, \"CORS check\"; OWASP WSTG, \"Testing Cross Origin Resource Sharing\"; services."
                                + service.name() + ".cors.origins");
    }
}
