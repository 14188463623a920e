package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.ServicesDeployed;
import io.cutovergate.harness.config.Service;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachReleasedService;
import io.cutovergate.harness.subject.ReleasedService;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.json.JsonBody;
import io.cutovergate.probe.login.Login;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The release that every replica of a service reports, against the one that is judged. */
@ServicesDeployed
@EachReleasedService
record ReleaseChecks(ReleasedService service, HttpProbe http, Login login, Evidence evidence) {

    /** A stale replica is missed by chance with a probability below 1 in 20000. */
    private static final int ASKS_PER_REPLICA = 10;

    @Check("every replica reports the release that is judged")
    void reportsTheJudgedRelease() {
        Service.Version version = service.version();
        if (version == null) {
            throw new Unexamined("services." + service.name() + ".version is not configured, so release."
                    + service.name() + " (" + service.expected() + ") cannot be compared with what runs");
        }
        HttpRequest request = login.as(version.as(), HttpRequest.get(service.host(), version.path()));
        List<HttpAnswer> answers = ReplicaRound.ask(http, request, ASKS_PER_REPLICA * replicas(), seen -> false);
        Map<String, Long> asks =
                new TreeMap<>(answers.stream().collect(Collectors.groupingBy(this::replica, Collectors.counting())));
        evidence.note(answers.size() + " asks of " + request + " were answered by " + asks);
        evidence.forEach(
                answers.stream()
                        .map(answer -> new Report(replica(answer), release(answer, version)))
                        .distinct()
                        .toList(),
                report -> evidence.measure("release", report.replica() + " of " + service.id(), report.release())
                        .is(service.expected(), "release." + service.name()));
    }

    private int replicas() {
        return service.replicas() == null ? 1 : service.replicas().atLeast();
    }

    private String replica(HttpAnswer answer) {
        return service.replicas() == null
                ? "a replica"
                : answer.header(service.replicas().header()).orElse("a nameless replica");
    }

    private static String release(HttpAnswer answer, Service.Version version) {
        return answer.isSuccess()
                ? JsonBody.of(answer.body()).text(version.json())
                : "not told (status " + answer.status() + ")";
    }

    private record Report(String replica, String release) {}
}
