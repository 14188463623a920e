package io.cutovergate.load;

import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.ScenarioAt;
import io.cutovergate.load.injector.LoadPlan;
import io.cutovergate.load.injector.LoadPlan.PlannedRequest;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.dns.Places;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.tls.Trust;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Puts the load of a scenario on a vantage, with arrivals that do not wait for answers. */
@Provided(by = Load.FromScope.class)
public final class Load {

    private final CheckScope scope;

    private Load(CheckScope scope) {
        this.scope = scope;
    }

    /** What the scenario's load showed: put on once in a run, for all its claims. */
    LoadRun run(ScenarioAt scenario) {
        return scope.shared(LoadRun.class, scenario.id(), () -> {
            LoadRules rules = scenario.load();
            if (rules.peak() == null) {
                throw new Unexamined("load.peak is not configured, so nobody knows how much load to expect");
            }
            double perSecond = rules.peak().perSecond() * rules.margin();
            Place place = new Preflight(scope.migration(), new Places.FromScope().provide(scope))
                    .place(scenario.host(), scenario.vantage());
            Duration whole = rules.warmUp().plus(rules.duration());
            LoadPlan plan = plan(scenario, place, perSecond, whole);
            return LoadRun.of(
                    new GatlingProcess(plan, Trust.of(scope)).run(), perSecond, rules.warmUp(), rules.duration());
        });
    }

    private LoadPlan plan(ScenarioAt scenario, Place place, double perSecond, Duration whole) {
        String name = scenario.host().name();
        return new LoadPlan(
                scenario.name(),
                "https://" + name + ":" + place.port(),
                scenario.host().toString(),
                name,
                place.addresses().stream().map(InetAddress::getHostAddress).toList(),
                perSecond,
                whole.toMillis(),
                requests(scenario));
    }

    private List<PlannedRequest> requests(ScenarioAt scenario) {
        Login login = new Login.FromScope().provide(scope);
        return scenario.scenario().requests().stream()
                .map(request -> planned(request, login.as(request.as(), HttpRequest.of(scenario.host(), request))))
                .toList();
    }

    private static PlannedRequest planned(Request request, HttpRequest whole) {
        return new PlannedRequest(
                request.method() + " " + request.path(),
                whole.method(),
                request.path(),
                whole.headers(),
                whole.body(),
                request.weight(),
                request.status());
    }

    /** Puts no load on yet: the check does that asks for its figures first. */
    public static final class FromScope implements Provider<Load> {
        @Override
        public Load provide(CheckScope scope) {
            return new Load(scope);
        }
    }
}
