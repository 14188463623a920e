package io.cutovergate.smoke.web;

import io.cutovergate.harness.config.Cors;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.subject.ServiceAt;
import io.cutovergate.probe.http.HttpRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The origins that a service names, those that it does not, and what their pages would ask. */
record Origins(ServiceAt service, Migration migration) {

    Cors cors() {
        return Objects.requireNonNull(service.rules().cors());
    }

    /** As a browser writes them (RFC 6454, section 6.2); any will do where every one may. */
    List<String> declared() {
        return cors().origins().stream()
                .map(origin -> origin.equals("*")
                        ? "https://cutover-gate.invalid"
                        : origin.contains("://") ? origin : of(origin))
                .toList();
    }

    private String of(String shortName) {
        Host host = migration.host(shortName, service.vantage().side());
        return host.origin();
    }

    /** Strangers, and look-alikes that a comparison of beginnings or ends lets in. */
    List<String> strangers() {
        String name = URI.create(declared().get(0)).getHost();
        return Stream.of(
                        "https://cutover-gate.invalid",
                        "null",
                        "https://" + name + ".cutover-gate.invalid",
                        "https://cutover-gate-" + name,
                        "http://" + name)
                .filter(origin -> !declared().contains(origin))
                .toList();
    }

    HttpRequest preflight(String origin, String method) {
        HttpRequest plain = HttpRequest.of("OPTIONS", url())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method);
        return cors().headers().isEmpty()
                ? plain
                : plain.header(
                        "Access-Control-Request-Headers",
                        cors().headers().stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .sorted()
                                .collect(Collectors.joining(",")));
    }

    HttpRequest request(String origin) {
        return HttpRequest.get(url()).header("Origin", origin);
    }

    private String url() {
        return service.host().origin() + cors().path();
    }
}
