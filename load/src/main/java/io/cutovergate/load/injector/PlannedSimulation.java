package io.cutovergate.load.injector;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.cutovergate.load.injector.LoadPlan.PlannedRequest;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The only simulation: an open model, in which arrivals do not wait for answers. */
public final class PlannedSimulation extends Simulation {

    public PlannedSimulation() {
        LoadPlan plan = LoadPlan.parse(System.getProperty(Injector.PLAN));
        setUp(arrivals(plan)).protocols(protocol(plan));
    }

    private static PopulationBuilder arrivals(LoadPlan plan) {
        return fed(plan).randomSwitch().on(choices(plan)).injectOpen(steps(plan));
    }

    private static ScenarioBuilder fed(LoadPlan plan) {
        ScenarioBuilder scenario = scenario(plan.name());
        List<Map<String, Object>> rows = new ArrayList<>();
        plan.rows().forEach(row -> rows.add(new HashMap<>(row)));
        return rows.isEmpty() ? scenario : scenario.feed(listFeeder(rows).circular());
    }

    private static OpenInjectionStep[] steps(LoadPlan plan) {
        List<OpenInjectionStep> steps = new ArrayList<>();
        long early = plan.startAt() - System.currentTimeMillis();
        if (early > 0) {
            steps.add(nothingFor(Duration.ofMillis(early)));
        }
        for (LoadPlan.Phase phase : plan.phases()) {
            Duration time = Duration.ofMillis(phase.millis());
            steps.add(
                    phase.perSecond() == 0
                            ? nothingFor(time)
                            : constantUsersPerSec(phase.perSecond()).during(time));
        }
        return steps.toArray(OpenInjectionStep[]::new);
    }

    private static List<Choice.WithWeight> choices(LoadPlan plan) {
        List<PlannedRequest> requests = plan.requests();
        Set<String> columns =
                plan.rows().isEmpty() ? Set.of() : plan.rows().get(0).keySet();
        int sum = requests.stream().mapToInt(PlannedRequest::weight).sum();
        List<Choice.WithWeight> choices = new ArrayList<>();
        double left = 100;
        for (PlannedRequest request : requests) {
            boolean last = choices.size() == requests.size() - 1;
            // The last takes what rounding leaves, so that the sum is not above 100.
            double share = last ? left : 100.0 * request.weight() / sum;
            left -= share;
            choices.add(percent(share).then(exec(action(request, columns))));
        }
        return choices;
    }

    private static HttpRequestActionBuilder action(PlannedRequest request, Set<String> columns) {
        // Functions, because Gatling reads #{…} in plain texts as its expression language; the files mean what they
        // say.
        HttpRequestActionBuilder action = http(any -> request.name())
                .httpRequest(request.method(), session -> filled(request.path(), session, columns))
                .check(status().is(request.status()));
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            action = action.header(header.getKey(), session -> filled(header.getValue(), session, columns));
        }
        String body = request.body();
        return body == null ? action : action.body(StringBody(session -> filled(body, session, columns)));
    }

    private static String filled(String text, Session session, Set<String> columns) {
        Map<String, String> row = new HashMap<>();
        columns.forEach(column -> row.put(column, String.valueOf(session.getString(column))));
        return Template.fill(text, row);
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
