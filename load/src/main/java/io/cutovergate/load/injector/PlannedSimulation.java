package io.cutovergate.load.injector;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.cutovergate.load.injector.LoadPlan.PlannedRequest;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The only simulation: an open model, in which arrivals do not wait for answers. */
public final class PlannedSimulation extends Simulation {

    public PlannedSimulation() {
        LoadPlan plan = LoadPlan.parse(System.getProperty(Injector.PLAN));
        setUp(arrivals(plan)).protocols(protocol(plan));
    }

    private static PopulationBuilder arrivals(LoadPlan plan) {
        return scenario(plan.name())
                .randomSwitch()
                .on(choices(plan.requests()))
                .injectOpen(constantUsersPerSec(plan.perSecond()).during(Duration.ofMillis(plan.millis())));
    }

    private static List<Choice.WithWeight> choices(List<PlannedRequest> requests) {
        int sum = requests.stream().mapToInt(PlannedRequest::weight).sum();
        List<Choice.WithWeight> choices = new ArrayList<>();
        double left = 100;
        for (PlannedRequest request : requests) {
            boolean last = choices.size() == requests.size() - 1;
            // The last takes what rounding leaves, so that the sum is not above 100.
            double share = last ? left : 100.0 * request.weight() / sum;
            left -= share;
            choices.add(percent(share).then(exec(action(request))));
        }
        return choices;
    }

    private static HttpRequestActionBuilder action(PlannedRequest request) {
        // Functions, because Gatling reads #{…} in plain texts as its expression language; the files mean what they
        // say.
        HttpRequestActionBuilder action = http(any -> request.name())
                .httpRequest(request.method(), any -> request.path())
                .check(status().is(request.status()));
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            action = action.header(header.getKey(), any -> header.getValue());
        }
        String body = request.body();
        return body == null ? action : action.body(StringBody(any -> body));
    }

    private static HttpProtocolBuilder protocol(LoadPlan plan) {
        return http.baseUrl(plan.origin())
                .header("Host", any -> plan.authority())
                .hostNameAliases(Map.of(plan.host(), plan.addresses()))
                .userAgentHeader("cutover-gate")
                .disableFollowRedirect()
                .disableCaching()
                .shareConnections();
    }
}
