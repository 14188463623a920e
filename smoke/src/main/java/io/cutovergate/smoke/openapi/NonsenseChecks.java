package io.cutovergate.smoke.openapi;

import io.cutovergate.harness.checklist.Checklist.ApiResponds;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.DocumentedService;
import io.cutovergate.harness.subject.EachUnusedService;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import java.util.ArrayList;
import java.util.List;

/** What a client sends wrongly is the client's error: the service says so, and does not fail. */
@ApiResponds
@EachUnusedService
record NonsenseChecks(DocumentedService service, HttpProbe http, Login login, Evidence evidence) {

    private static final List<String> REFUSED = List.of("4xx");
    /** A text without a bound may be as long as it likes. */
    private static final List<String> NOT_FAILED = List.of("2xx", "3xx", "4xx");

    private static final String LONG = "9".repeat(4_000);

    private record Nonsense(String what, HttpRequest request, List<String> answers) {}

    @Check("broken JSON, an unknown media type and a value beyond its bounds are refused with 4xx, never 5xx")
    void refusesNonsense() {
        List<Nonsense> all = OpenApiDocument.read(service.document()).operations().stream()
                .filter(operation -> operation.sample().isPresent())
                .flatMap(operation -> nonsense(operation).stream())
                .toList();
        if (all.isEmpty()) {
            throw new Unexamined(service.document() + " documents neither a JSON body nor a parameter in a query");
        }
        evidence.forEach(all, this::hold);
    }

    private List<Nonsense> nonsense(Operation operation) {
        List<Nonsense> all = new ArrayList<>();
        HttpRequest request = Requests.of(service, login, operation);
        if (operation.takesJson()) {
            all.add(new Nonsense(
                    operation + " with broken JSON", request.body("application/json", "{\"a\":"), REFUSED));
            all.add(new Nonsense(
                    operation + " with an unknown media type",
                    request.body("text/x-cutover-gate", "{\"a\": 1}"),
                    REFUSED));
        }
        if (operation.method().equals("GET")) {
            operation.queryParameters().forEach(parameter -> {
                char next = request.url().contains("?") ? '&' : '?';
                all.add(new Nonsense(
                        operation + " with " + LONG.length() + " digits as " + parameter.name(),
                        request.url(request.url() + next + parameter.name() + "=" + LONG),
                        parameter.bounded() ? REFUSED : NOT_FAILED));
            });
        }
        return all;
    }

    private void hold(Nonsense nonsense) {
        HttpAnswer answer = http.ask(nonsense.request());
        if (answer.status() == 401 || answer.status() == 403) {
            throw new Unexamined(nonsense.what() + " is refused before it is read, for who asks: " + answer
                    + " (services." + service.name() + ".openapi-as)");
        }
        evidence.measure("status of " + nonsense.what(), service, answer.status() / 100 + "xx")
                .detail(answer + "; body: " + answer.gist())
                .isOneOf(nonsense.answers(), "RFC 9110, section 15.5; services." + service.name() + ".openapi");
    }
}
