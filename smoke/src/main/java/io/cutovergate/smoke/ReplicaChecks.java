package io.cutovergate.smoke;

import io.cutovergate.harness.checklist.Checklist.ServicesDeployed;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.subject.EachReplicatedService;
import io.cutovergate.harness.subject.ReplicatedService;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Replicas of a service, told apart by a header of their answers. */
@ServicesDeployed
@EachReplicatedService
record ReplicaChecks(ReplicatedService service, HttpProbe http, Evidence evidence) {

    /** A replica that is there is missed by chance with a probability below e to the power of -20. */
    private static final int ASKS_PER_REPLICA = 20;

    @Check("as many replicas as configured answer")
    void enoughReplicasAnswer() {
        int wanted = service.replicas().atLeast();
        List<HttpAnswer> answers = ReplicaRound.ask(
                http,
                HttpRequest.get(service.host(), service.path()),
                ASKS_PER_REPLICA * wanted,
                seen -> replicas(seen).size() >= wanted);
        Set<String> seen = replicas(answers);
        evidence.measure("replicas seen", service, seen.size())
                .detail(answers.size() + " answers to " + service.path() + " (status " + statuses(answers)
                        + ") name in " + header() + ": " + (seen.isEmpty() ? "none" : String.join(", ", seen)))
                .atLeast(wanted, "services." + service.name() + ".replicas.at-least");
    }

    private Set<String> replicas(List<HttpAnswer> answers) {
        return answers.stream()
                .filter(HttpAnswer::isSuccess)
                .flatMap(answer -> answer.header(header()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String statuses(List<HttpAnswer> answers) {
        return answers.stream()
                .map(answer -> String.valueOf(answer.status()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String header() {
        return service.replicas().header();
    }
}
