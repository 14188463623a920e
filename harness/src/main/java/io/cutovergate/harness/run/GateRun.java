package io.cutovergate.harness.run;

import io.cutovergate.harness.Suite;
import io.cutovergate.harness.evidence.Attachments;
import io.cutovergate.harness.junit.GateSession;
import io.cutovergate.harness.junit.Stop;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs a plan: suite by suite, within a suite first what others stand on, each group with a launcher request of its own.
 * {@link #interrupt} may come from another thread; the run then ends soon and says so.
 */
public final class GateRun {

    /** Time that running checks get to notice an interruption. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** Nothing on the class path listens, filters or configures: a user's jar must not be able to narrow a run. */
    private static final LauncherConfig SEALED = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build();

    private final Plan plan;
    private final ClassLoader classes;
    private final RunListener listener;
    private final Clock clock;
    private final GateSession session;
    private final Events events = new Events();
    private final CancellationToken cancellation = CancellationToken.create();
    private final Set<String> told = new HashSet<>();
    private final Set<Obligation> asked = new HashSet<>();
    private final Map<String, String> missed = new ConcurrentHashMap<>();
    private final Map<Obligation, ObligationResult> earlier = new ConcurrentHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Instant started;
    private volatile CountDownLatch awake = new CountDownLatch(1);

    /**
     * @param classes where the classes of checks are loaded from
     * @param evidence folder for attachments
     */
    public GateRun(Plan plan, ClassLoader classes, Path evidence, RunListener listener, Clock clock) {
        this.plan = plan;
        this.classes = classes;
        this.listener = listener;
        this.clock = clock;
        this.session =
                new GateSession(plan, new Attachments(evidence, plan.migration().secrets()), listener);
        this.started = clock.instant();
        listener.planned(plan);
    }

    /** Ends the run soon; what was not judged yet is left out. */
    public void interrupt(String why) {
        session.stop(new Stop(why, true, Instant.now()));
        cancellation.cancel();
        awake.countDown();
    }

    /** Judges no more: what was not is unproven, for this reason. */
    public void giveUp(String why) {
        session.stop(new Stop(why, false, Instant.now()));
    }

    /** Says of items whose moment passed without this run why they are not judged in it. */
    public void missed(Set<String> items, String why) {
        items.forEach(item -> missed.put(item, why));
    }

    /** Takes over what was proven at its moment by a run that was ended before this one; it is not asked again. */
    public void takeOver(Map<Obligation, ObligationResult> proven) {
        earlier.putAll(proven);
        asked.addAll(proven.keySet());
        session.takeOver(proven.keySet());
    }

    /** Runs every group and reconciles. */
    public RunResult execute() {
        judge(item -> true);
        return conclude();
    }

    /**
     * Runs now what these items still ask, for a run that has moments: what is asked at its moment is not asked again.
     *
     * @param items by id
     * @return those that were judged, as far as is known
     */
    public List<ItemResult> judge(Predicate<String> items) {
        List<Obligation> now = plan.items().stream()
                .filter(item -> item.notApplicable() == null && item.leftOut() == null)
                .filter(item -> items.test(item.item().id()))
                .flatMap(item -> item.obligations().stream())
                .distinct()
                .filter(asked::add)
                .toList();
        runWithinDeadline(now);
        return plan.items().stream()
                .filter(item -> items.test(item.item().id()))
                .map(reconciliation()::item)
                .toList();
    }

    /** Ends the run and reconciles: an item whose moment never came was never judged. */
    public RunResult conclude() {
        try {
            session.close();
        } catch (IllegalStateException e) {
            faults.add(e.getMessage() == null ? e.toString() : e.getMessage());
        }
        List<ItemResult> items = reconciliation().items();
        items.forEach(this::tell);
        Stop stopped = session.stopped();
        String interrupted = stopped == null ? "" : stopped.why();
        return new RunResult(plan, started, clock.instant(), items, interrupted, List.copyOf(faults));
    }

    private void runWithinDeadline(List<Obligation> obligations) {
        CountDownLatch done = new CountDownLatch(1);
        awake = new CountDownLatch(1);
        Thread runner = new Thread(
                () -> {
                    try {
                        groups(obligations).forEach(this::run);
                    } catch (RuntimeException | LinkageError e) {
                        faults.add("the run itself broke: " + Causes.of(e));
                    } finally {
                        done.countDown();
                        awake.countDown();
                    }
                },
                "gate-run");
        // A check that ignores every deadline must not keep the program from its report.
        runner.setDaemon(true);
        runner.setContextClassLoader(classes);
        runner.start();
        Duration deadline = plan.migration().environment().deadlines().gate();
        try {
            if (!awake.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                session.stop(new Stop("the gate's deadline passed (deadlines.gate)", false, Instant.now()));
                cancellation.cancel();
            }
            if (!done.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                runner.interrupt();
            }
        } catch (InterruptedException e) {
            interrupt("interrupted");
            Thread.currentThread().interrupt();
        }
    }

    /** Obligations by suite and wave, in order. */
    private Map<Group, List<Obligation>> groups(List<Obligation> obligations) {
        return obligations.stream()
                .collect(Collectors.groupingBy(
                        obligation -> new Group(obligation.claim().suite(), plan.wave(obligation)),
                        TreeMap::new,
                        Collectors.toList()));
    }

    private void run(Group group, List<Obligation> obligations) {
        if (session.stopped() != null) {
            return;
        }
        session.admit(obligations);
        int parallelism =
                group.suite().parallelism(plan.migration().environment().atOnce());
        try (LauncherSession launcher = LauncherFactory.openSession(SEALED)) {
            launcher.getStore().put(Namespace.create(GateSession.KEY), GateSession.KEY, session);
            launcher.getLauncher().execute(Requests.of(parallelism, checkClasses(obligations), cancellation, events));
        }
        Reconciliation soFar = reconciliation();
        plan.items().stream().filter(soFar::isComplete).forEach(item -> tell(soFar.item(item)));
    }

    private List<Class<?>> checkClasses(List<Obligation> obligations) {
        List<Class<?>> found = new ArrayList<>();
        for (String name : obligations.stream()
                .map(obligation -> obligation.claim().checkClass())
                .distinct()
                .toList()) {
            try {
                found.add(Class.forName(name, false, classes));
            } catch (ClassNotFoundException | LinkageError e) {
                events.trouble(name, "its class cannot be loaded: " + Causes.of(e));
            }
        }
        return found;
    }

    private synchronized void tell(ItemResult item) {
        // Whether a person signed is known only when the verdict is made.
        if (!item.plan().item().signOff() && told.add(item.plan().item().id())) {
            listener.judged(item);
        }
    }

    private Reconciliation reconciliation() {
        return new Reconciliation(plan, session.executions(), events, session.stopped(), missed, earlier);
    }

    private record Group(Suite suite, int wave) implements Comparable<Group> {

        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::suite).thenComparing(Group::wave);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }
}
