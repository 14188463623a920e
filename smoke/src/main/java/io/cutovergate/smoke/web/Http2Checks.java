package io.cutovergate.smoke.web;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachHttp2Service;
import io.cutovergate.harness.subject.ServiceAt;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;

/** HTTP/2 is chosen in the TLS handshake; who ends TLS decides. */
@ApiResponds
@EachHttp2Service
record Http2Checks(ServiceAt service, HttpProbe http, Evidence evidence) {

    @Check("HTTP/2 is chosen where it is offered, and answered over")
    void speaksHttp2() {
        HttpRequest request = HttpRequest.get(
                        service.host(), service.rules().health().anyPath())
                .onItsOwnConnection();
        HttpAnswer answer = http.ask(request);
        evidence.measure("protocol of the answer", service, answer.protocol())
                .detail(request + ": " + answer)
                .is("h2", "RFC 9113, section 3.2; RFC 7301; services." + service.name() + ".http2");
    }
}
