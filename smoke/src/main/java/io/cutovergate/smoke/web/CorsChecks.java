package io.cutovergate.smoke.web;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachSharedService;
import io.cutovergate.harness.subject.ServiceAt;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** Pages of the declared origins get through, as a browser judges it. */
@ApiResponds
@EachSharedService
record CorsChecks(ServiceAt service, HttpProbe http, Migration migration, Evidence evidence) {

    /** A question of a page, and why a browser would not let it. */
    private record Judged(String what, List<String> reasons, String answer) {}

    @Check("pages of every declared origin may ask with the declared methods and headers")
    void admitsDeclaredOrigins() {
        Origins origins = new Origins(service, migration);
        boolean credentials = origins.cors().credentials();
        List<Judged> all = new ArrayList<>();
        for (String origin : origins.declared()) {
            for (String method : origins.cors().methods()) {
                HttpRequest preflight = origins.preflight(origin, method);
                CorsAnswer answer = new CorsAnswer(http.ask(preflight), origin, credentials);
                all.add(new Judged(
                        method + " from " + origin,
                        answer.refused(method, origins.cors()),
                        preflight + ": " + answer.answer()));
            }
            HttpRequest plain = origins.request(origin);
            CorsAnswer answer = new CorsAnswer(http.ask(plain), origin, credentials);
            all.add(new Judged("the answer to " + origin, answer.hidden(), plain + ": " + answer.answer()));
        }
        evidence.forEach(all, this::hold);
    }

    private void hold(Judged judged) {
        evidence.measure(
                        "reasons of a browser to withhold " + judged.what(),
                        service,
                        judged.reasons().size())
                .detail(String.join("; ", judged.reasons())
                        + (judged.reasons().isEmpty() ? "" : ": ")
                        + judged.answer())
                .is(0, "WHATWG Fetch, \"CORS protocol\"; services." + service.name() + ".cors");
    }
}
