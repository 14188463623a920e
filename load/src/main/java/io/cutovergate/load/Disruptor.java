package io.cutovergate.load;

import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.Request;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.DisruptionAt;
import io.cutovergate.harness.subject.ScenarioAt;
import io.cutovergate.harness.yaml.Rate;
import io.cutovergate.load.injector.Template;
import io.cutovergate.probe.dns.Places;
import io.cutovergate.probe.http.HttpAnswer;
import io.cutovergate.probe.http.HttpProbe;
import io.cutovergate.probe.http.HttpRequest;
import io.cutovergate.probe.login.Login;
import io.cutovergate.probe.written.Removal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Disturbs the target while a stream of a scenario's requests goes on, and tells what the stream saw. */
@Provided(by = Disruptor.FromScope.class)
public final class Disruptor {

    /** More probes a second make outages no more visible, only the target busier. */
    private static final double FASTEST = 50;

    private final CheckScope scope;

    private Disruptor(CheckScope scope) {
        this.scope = scope;
    }

    /** What happened: the disruption is made once in a run, for all its claims. */
    DisruptionRun run(DisruptionAt disruption) {
        return scope.shared(DisruptionRun.class, disruption.id(), () -> {
            ScenarioAt scenario = disruption.scenario();
            new Preflight(scope.migration(), new Places.FromScope().provide(scope))
                    .place(scenario.host(), scenario.vantage());
            Path file = scope.migration().file().toAbsolutePath();
            Duration period = Duration.ofNanos(Math.round(1e9 / perSecond(scenario)));
            Prober.Sender stream = stream(scenario);
            // The first request of a program loads classes for seconds; whether it succeeds the stream will tell.
            stream.send();
            List<WriteStream> writers = writers(scenario);
            try (Prober prober = new Prober(period.toNanos(), stream);
                    Disturbance disturbance = new Disturbance(disruption, file.resolveSibling(""))) {
                return new DisruptionWatch(disruption, period, prober, writers, disturbance).run();
            } catch (RuntimeException e) {
                // Nobody will hold it against the database, and it must not be left there.
                Removal removal = new Removal(
                        new HttpProbe.FromScope().provide(scope).at(scenario.vantage()),
                        new Login.FromScope().provide(scope));
                writers.forEach(writer -> writer.written().remove(removal));
                throw e;
            } finally {
                writers.forEach(WriteStream::close);
            }
        });
    }

    private static double perSecond(ScenarioAt scenario) {
        Rate peak = scenario.load().peak();
        return peak == null ? FASTEST : Math.min(FASTEST, peak.perSecond());
    }

    /** The scenario's requests, each as often as its weight says, one after the other. */
    private Prober.Sender stream(ScenarioAt scenario) {
        HttpProbe http = new HttpProbe.FromScope().provide(scope).at(scenario.vantage());
        Login login = new Login.FromScope().provide(scope);
        List<Asked> requests = new ArrayList<>();
        for (Request request : scenario.scenario().requests()) {
            HttpRequest whole = login.as(request.as(), HttpRequest.of(scenario.host(), request))
                    .within(deadline(scenario, request))
                    .onItsOwnConnection();
            Asked asked = row -> ask(http, filled(whole, row), request.status());
            requests.addAll(Collections.nCopies(request.weight(), asked));
        }
        List<Map<String, String>> rows = Feeder.rows(scenario.name(), scenario.scenario());
        AtomicInteger next = new AtomicInteger();
        return () -> {
            int turn = next.getAndIncrement();
            return requests.get(Math.floorMod(turn, requests.size()))
                    .with(rows.isEmpty() ? Map.of() : rows.get(Math.floorMod(turn, rows.size())));
        };
    }

    /** The writes that the watch of a cutover sends, at its rate. */
    private List<WriteStream> writers(ScenarioAt scenario) {
        Watched watched = scope.migration().application().watch();
        if (watched == null) {
            return List.of();
        }
        HttpProbe http = new HttpProbe.FromScope().provide(scope).at(scenario.vantage());
        Login login = new Login.FromScope().provide(scope);
        Rate rate = scope.migration().environment().watch().writes();
        Duration period = Duration.ofNanos(Math.round(1e9 / rate.perSecond()));
        return watched.writes().entrySet().stream()
                .map(write -> writer(scenario, write.getKey(), write.getValue(), period, http, login))
                .toList();
    }

    private WriteStream writer(
            ScenarioAt scenario, String name, Watched.Writing writing, Duration period, HttpProbe http, Login login) {
        Migration migration = scope.migration();
        Host host = migration.host(
                migration.service(writing.service()).host(), scenario.vantage().side());
        HttpRequest request = login.as(writing.request().as(), HttpRequest.of(host, writing.request()))
                .within(deadline(scenario, writing.request()))
                .onItsOwnConnection();
        return new WriteStream(name, writing, host, period, http, request);
    }

    private static HttpRequest filled(HttpRequest request, Map<String, String> row) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name, Template.fill(value, row)));
        String body = request.body();
        return new HttpRequest(
                request.method(),
                Template.fill(request.url(), row),
                headers,
                body == null ? null : Template.fill(body, row),
                request.within(),
                request.fresh(),
                request.identity());
    }

    /** A request with the values of a row; says why its answer is not good. */
    private interface Asked {
        String with(Map<String, String> row);
    }

    private static String ask(HttpProbe http, HttpRequest request, int status) {
        try {
            HttpAnswer answer = http.send(request);
            return answer.status() == status ? "" : request + " answers " + answer.status();
        } catch (Unexamined e) {
            return String.valueOf(e.getMessage());
        }
    }

    static Duration deadline(ScenarioAt scenario, Request request) {
        return request.within() != null
                ? request.within()
                : scenario.limits().apiResponds().within();
    }

    /** Disturbs nothing yet: the check does that asks for it first. */
    public static final class FromScope implements Provider<Disruptor> {
        @Override
        public Disruptor provide(CheckScope scope) {
            return new Disruptor(scope);
        }
    }
}
