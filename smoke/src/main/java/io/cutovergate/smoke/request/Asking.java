package io.cutovergate.smoke.request;

import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Request;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.http.Visit;
import java.util.List;

/** Sends a request of the application file as it says. */
final class Asking {

    private Asking() {}

    /** With the content coding that it asks for. */
    static HttpRequest of(Host host, Request request) {
        HttpRequest plain = HttpRequest.of(host, request);
        return request.compressed() == null
                ? plain
                : plain.header("Accept-Encoding", request.compressed().toString());
    }

    static Answered send(HttpRequest request, Request rule, Visit visit, Captured captured) {
        if (rule.redirects() == Request.Redirects.NONE) {
            return new Answered(request, visit.ask(request), List.of(), captured);
        }
        Visit.Landing landing = visit.follow(request, address -> true);
        return new Answered(landing.request(), landing.answer(), landing.trail(), captured);
    }
}
