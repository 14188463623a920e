package io.cutovergate.harness.junit;

import io.cutovergate.harness.evidence.Attachments;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.subject.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** What the extension knows of the run: the plan, what has been executed so far, and what the checks share. */
public final class GateSession implements AutoCloseable {

    /** Where the launcher's session keeps it. */
    public static final String KEY = "cutover-gate";

    private final Plan plan;
    private final Attachments attachments;
    private final CheckListener listener;
    private final List<Execution> executions = new CopyOnWriteArrayList<>();
    private final Set<Obligation> heldBefore = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<SharedKey, Once<?>> shared = new ConcurrentHashMap<>();
    private volatile List<Obligation> admitted = List.of();
    private volatile Map<Turn, Obligation> turns = Map.of();
    private volatile @Nullable Stop stop;

    public GateSession(Plan plan, Attachments attachments, CheckListener listener) {
        this.plan = plan;
        this.attachments = attachments;
        this.listener = listener;
    }

    static GateSession of(ExtensionContext context) {
        GateSession session = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(KEY))
                .get(KEY, GateSession.class);
        return Objects.requireNonNull(session, "checks run through the gate command, which fixes the plan first");
    }

    public Plan plan() {
        return plan;
    }

    /** What ran so far, finished or not. */
    public List<Execution> executions() {
        return List.copyOf(executions);
    }

    /** Admits the obligations whose turn it is; checks for others do not run now. */
    public void admit(List<Obligation> obligations) {
        admitted = List.copyOf(obligations);
        turns = admitted.stream()
                .collect(Collectors.toMap(
                        obligation -> new Turn(
                                obligation.claim().checkClass(),
                                obligation.claim().method(),
                                obligation.subject().id()),
                        obligation -> obligation,
                        (first, equal) -> first));
    }

    /** Knows of obligations that were proven before this session: they block nothing. */
    public void takeOver(Set<Obligation> proven) {
        heldBefore.addAll(proven);
    }

    /** Lets no further check begin; the first reason stays. */
    public synchronized void stop(Stop reason) {
        if (stop == null) {
            stop = reason;
        }
    }

    /** Why no further check begins; {@code null} while they do. */
    public @Nullable Stop stopped() {
        return stop;
    }

    /** The subjects of the class whose turn it is. */
    List<Subject> subjects(Class<?> checks) {
        return admitted.stream()
                .filter(obligation -> obligation.claim().checkClass().equals(checks.getName()))
                .map(Obligation::subject)
                .distinct()
                .toList();
    }

    /** The obligation that a check is about to meet; empty if it is nobody's turn. */
    Optional<Obligation> obligation(Class<?> checks, String method, Subject subject) {
        return Optional.ofNullable(turns.get(new Turn(checks.getName(), method, subject.id())));
    }

    /** The obligations that block this one because they are not proven. */
    List<Obligation> blockers(Obligation obligation) {
        return plan.prerequisites(obligation).stream()
                .filter(vital -> !heldBefore.contains(vital))
                .filter(vital -> executions.stream()
                        .noneMatch(execution -> execution.obligation().equals(vital) && execution.held()))
                .toList();
    }

    Evidence evidence() {
        return new Evidence(attachments, plan.migration().secrets());
    }

    Duration deadline(Claim claim, Subject subject) {
        Duration own = claim.within() != null
                ? claim.within()
                : plan.migration().environment().deadlines().check();
        return own.plus(subject.allowance());
    }

    void begin(Execution execution) {
        executions.add(execution);
        listener.started(execution.obligation());
    }

    void end(Execution execution, Instant when, @Nullable Throwable thrown) {
        execution.finish(when, thrown);
        listener.finished(execution.obligation());
    }

    <T> T shared(Class<T> type, Object key, Supplier<T> maker) {
        return type.cast(shared.computeIfAbsent(new SharedKey(type, key), absent -> new Once<>(maker::get))
                .get());
    }

    /** Closes what the checks shared; an {@link IllegalStateException} names everything that would not close. */
    @Override
    public void close() {
        List<String> failures = new ArrayList<>();
        for (Once<?> resource : shared.values()) {
            if (resource.made().orElse(null) instanceof AutoCloseable closeable) {
                try {
                    closeable.close();
                } catch (Exception e) {
                    failures.add(closeable.getClass().getSimpleName() + ": " + e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("not closed: " + String.join("; ", failures));
        }
    }

    private record SharedKey(Class<?> type, Object key) {}

    private record Turn(String checkClass, String method, String subject) {}
}
