package io.cutovergate.load;

import io.cutovergate.harness.Side;
import io.cutovergate.harness.evidence.TooFewSamples;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.subject.ComparedScenario;
import io.cutovergate.harness.subject.ScenarioAt;
import io.cutovergate.load.SimulationLog.Answer;
import io.cutovergate.load.SimulationLog.Recording;
import io.cutovergate.load.injector.LoadPlan;
import io.cutovergate.probe.tls.Trust;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures both sides by the same load: live in turn, where the source may be loaded, otherwise the target alone and the
 * source as it was recorded. One injector each, so that neither side is asked over the other's connections.
 */
@Provided(by = Comparer.FromScope.class)
public final class Comparer {

    /** Time for both injectors to start, so that their stretches do not overlap. */
    private static final Duration START = Duration.ofSeconds(8);

    private final CheckScope scope;

    Comparer(CheckScope scope) {
        this.scope = scope;
    }

    ComparisonRun run(ComparedScenario scenario) {
        double perSecond = Plans.perSecond(scenario.target());
        if (scenario.live()) {
            return inTurn(scenario, perSecond);
        }
        // Read first: nobody is loaded for a baseline that cannot be used.
        RecordedSource recorded = RecordedSource.of(scope.migration(), scenario);
        Alternation alternation = Alternation.of(scenario.target().load(), perSecond, true);
        LoadPlan plan = plan(scenario.target(), alternation, Side.TARGET, 0);
        recorded.sameAs(plan, alternation);
        Injection injection = gatling(plan).run();
        return new ComparisonRun(
                recorded.rounds(),
                SideRounds.of(alternation, Side.TARGET, injection.recording()),
                false,
                recorded.how(),
                Map.of(scenario.id(), alternation.health(injection)));
    }

    /** The source alone, where the files allow it. */
    Baseline.Recorded record(ScenarioAt source) {
        knowTheSource();
        Alternation alternation = Alternation.of(source.load(), Plans.perSecond(source), true);
        LoadPlan plan = plan(source, alternation, Side.SOURCE, 0);
        SideRounds rounds =
                SideRounds.of(alternation, Side.SOURCE, gatling(plan).run().recording());
        if (rounds.samples() == 0 || rounds.errors() == rounds.samples()) {
            throw new Unexamined("every request of " + source.id() + " failed: " + rounds.why());
        }
        return Baseline.Recorded.of(source.host().toString(), plan, alternation, rounds);
    }

    private ComparisonRun inTurn(ComparedScenario scenario, double perSecond) {
        knowTheSource();
        Alternation alternation = Alternation.of(scenario.target().load(), perSecond, false);
        long startAt = System.currentTimeMillis() + START.toMillis();
        LoadPlan source = plan(scenario.source(), alternation, Side.SOURCE, startAt);
        LoadPlan target = plan(scenario.target(), alternation, Side.TARGET, startAt);
        if (source.addresses().equals(target.addresses()) && source.origin().equals(target.origin())) {
            throw new Unexamined("source and target are the same (" + target.addresses() + "), so that nothing can be"
                    + " compared");
        }
        ExecutorService injectors = Executors.newFixedThreadPool(2);
        try {
            CompletionService<Injection> ends = new ExecutorCompletionService<>(injectors);
            Future<Injection> ofSource = ends.submit(gatling(source)::run);
            Future<Injection> ofTarget = ends.submit(gatling(target)::run);
            // Whichever ends first: the other has nothing to wait for where it failed.
            ends.take().get();
            ends.take().get();
            Recording fromSource = ofSource.get().recording();
            Recording fromTarget = ofTarget.get().recording();
            apart(fromSource, fromTarget, alternation);
            return new ComparisonRun(
                    SideRounds.of(alternation, Side.SOURCE, fromSource),
                    SideRounds.of(alternation, Side.TARGET, fromTarget),
                    true,
                    "both sides were loaded in turn, in " + alternation.rounds() + " rounds",
                    Map.of(
                            scenario.source().id(), alternation.health(ofSource.get()),
                            scenario.id(), alternation.health(ofTarget.get())));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexamined("interrupted while " + scenario.id() + " was compared", e);
        } finally {
            injectors.shutdownNow();
        }
    }

    private void knowTheSource() {
        if (!scope.migration().sourceAnswers()) {
            throw new Unexamined("neither source.entry nor source.hosts is configured, so that nobody knows how to ask"
                    + " the source and not the target");
        }
    }

    /** Both sides at the same time would slow each other down, if only by the injectors' machine. */
    private static void apart(Recording source, Recording target, Alternation alternation) {
        Duration apart = Duration.ofMillis(Math.abs(firstArrival(source) - firstArrival(target)));
        if (apart.multipliedBy(4).compareTo(alternation.round()) > 0) {
            throw new TooFewSamples("the injectors of both sides began " + apart.toMillis()
                    + "ms apart, more than a quarter of load.round, so that their rounds overlapped: nothing can be"
                    + " concluded. This machine is too slow, or load.round too short");
        }
    }

    private static long firstArrival(Recording recording) {
        return recording.started()
                + recording.answers().stream().mapToLong(Answer::sent).min().orElse(0);
    }

    private LoadPlan plan(ScenarioAt scenario, Alternation alternation, Side side, long startAt) {
        return new Plans(scope).of(scenario, startAt, alternation.phases(side));
    }

    private GatlingProcess gatling(LoadPlan plan) {
        return new GatlingProcess(plan, Trust.of(scope));
    }

    /** Compares nothing yet: the check does that asks for it first. */
    public static final class FromScope implements Provider<Comparer> {
        @Override
        public Comparer provide(CheckScope scope) {
            return new Comparer(scope);
        }
    }
}
