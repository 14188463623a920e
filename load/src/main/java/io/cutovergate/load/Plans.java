package io.cutovergate.load;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.subject.ScenarioAt;
import io.cutovergate.harness.yaml.Rate;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.load.injector.LoadPlan;
import io.cutovergate.load.injector.LoadPlan.Phase;
import io.cutovergate.load.injector.LoadPlan.PlannedRequest;
import io.cutovergate.probe.dns.Place;
import io.cutovergate.probe.dns.Places;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

/** Plans loads of scenarios, as far as the files allow them. */
record Plans(CheckScope scope) {

    /** Arrivals a second at the expected peak with margin. */
    static double perSecond(ScenarioAt scenario) {
        Rate peak = scenario.load().peak();
        if (peak == null) {
            throw new Unexamined("load.peak is not configured, so nobody knows how much load to expect");
        }
        return peak.perSecond() * scenario.load().margin();
    }

    /**
     * The plan for where the scenario is put.
     *
     * @param startAt in milliseconds of the epoch; zero for at once
     */
    LoadPlan of(ScenarioAt scenario, long startAt, List<Phase> phases) {
        Place place = new Preflight(scope.migration(), new Places.FromScope().provide(scope))
                .place(scenario.host(), scenario.vantage());
        if (scenario.vantage().side() == Side.SOURCE) {
            beGentle(scenario.load(), phases);
        }
        String name = scenario.host().name();
        return new LoadPlan(
                scenario.name(),
                "https://" + name + ":" + place.port(),
                scenario.host().toString(),
                name,
                place.addresses().stream().map(InetAddress::getHostAddress).toList(),
                startAt,
                phases,
                requests(scenario),
                Feeder.rows(scenario.name(), scenario.scenario()));
    }

    /** The source is production, and users are on it. */
    private static void beGentle(LoadRules rules, List<Phase> phases) {
        double perSecond = phases.stream().mapToDouble(Phase::perSecond).max().orElse(0);
        if (perSecond > rules.sourceAtMost().perSecond()) {
            throw new Unexamined("the source is not loaded with " + perSecond + "/s (load.peak × load.margin): at most "
                    + rules.sourceAtMost() + " (load.source-at-most)");
        }
        Duration time =
                Duration.ofMillis(phases.stream().mapToLong(Phase::millis).sum());
        if (time.compareTo(rules.sourceForAtMost()) > 0) {
            throw new Unexamined("the source is not loaded for " + Units.print(time)
                    + " (load.warm-up and load.rounds of load.round): at most " + Units.print(rules.sourceForAtMost())
                    + " (load.source-for-at-most)");
        }
    }

    private List<PlannedRequest> requests(ScenarioAt scenario) {
        Login login = new Login.FromScope().provide(scope).at(scenario.vantage());
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
}
