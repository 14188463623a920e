package io.cutovergate.cutover;

import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.conduct.Script;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.RollbackPlan;
import io.cutovergate.harness.config.Watched;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.CheckScope;
import io.cutovergate.harness.junit.Provided;
import io.cutovergate.harness.junit.Provider;
import io.cutovergate.harness.previous.Kept;
import io.cutovergate.harness.previous.PreviousObligation;
import io.cutovergate.harness.previous.PreviousVerdict;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rehearsal of the way back: the verdict of a {@code gate rollback}, as {@code previous.rollback} names it. */
@Provided(by = Rehearsal.FromScope.class)
final class Rehearsal {

    private final Migration migration;
    private final Clock clock;

    Rehearsal(Migration migration, Clock clock) {
        this.migration = migration;
        this.clock = clock;
    }

    /** What would be done here; {@link Unexamined} where the file does not say it. */
    RollbackPlan plan() {
        RollbackPlan plan = migration.environment().rollback();
        if (plan == null) {
            throw new Unexamined("rollback is not configured: there is no way back to rehearse");
        }
        return plan;
    }

    /** The steps that would be run here. */
    Script script() {
        if (plan().steps().isEmpty()) {
            throw new Unexamined("rollback.steps is not configured: there is no way back to rehearse");
        }
        return Script.of(migration, Gate.ROLLBACK);
    }

    PreviousVerdict verdict() {
        return PreviousVerdict.of(Gate.ROLLBACK, migration);
    }

    /** How long ago its verdict was given; {@link Unexamined} where that is yet to come. */
    Duration age() {
        PreviousVerdict verdict = verdict();
        Duration age = Duration.between(verdict.finished(), clock.instant());
        if (age.isNegative()) {
            throw new Unexamined(verdict + " is of a time to come: the clock here or there is wrong");
        }
        return Duration.ofSeconds(age.toSeconds());
    }

    /** How old it may be. */
    Duration maxAge() {
        return migration.environment().limits().rollbackRehearsed().maxAge();
    }

    /** What became of an endpoint in it; {@link Unexamined} where nobody watched that. */
    PreviousObligation timed(String endpoint) {
        PreviousVerdict verdict = verdict();
        return verdict.of(RollbackChecks.CLAIM).stream()
                .filter(obligation -> obligation.subject().startsWith(endpoint + " at "))
                .findFirst()
                .orElseThrow(() -> new Unexamined(verdict + " does not tell when " + endpoint
                        + " was served by the source again: it was not watched there"));
    }

    /** The names under {@code watch} of the application file. */
    List<String> endpoints() {
        Watched watched = migration.application().watch();
        if (watched == null) {
            throw new Unexamined("watch is not configured: nobody could tell when the source served again");
        }
        return Stream.concat(watched.reads().keySet().stream(), watched.writes().keySet().stream())
                .toList();
    }

    /** What ran in it; {@link Unexamined} where the evidence does not tell, or is not what the verdict was given for. */
    Journal journal() {
        PreviousVerdict verdict = verdict();
        Kept kept = verdict.of(RollbackChecks.CLAIM).stream()
                .flatMap(obligation -> obligation.kept().stream())
                .filter(one -> one.name().equals(RollbackChecks.JOURNAL))
                .findFirst()
                .orElseThrow(() -> new Unexamined(
                        verdict + " does not tell what ran: its evidence has no '" + RollbackChecks.JOURNAL
                                + "'; an older version of this program judged, or nothing was conducted"));
        try {
            return Journal.read(kept.requireIntact(), clock);
        } catch (IOException e) {
            throw new Unexamined("the journal of " + verdict + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The steps that need not be in it, with why; those whose last day is over do. */
    Map<String, Exemption> excused() {
        LocalDate today = LocalDate.now(clock);
        Map<String, Exemption> excused = new TreeMap<>(plan().notRehearsed());
        excused.values().removeIf(exemption -> exemption.until().isBefore(today));
        return excused;
    }

    /** Reads anew for each check. */
    public static final class FromScope implements Provider<Rehearsal> {
        @Override
        public Rehearsal provide(CheckScope scope) {
            return new Rehearsal(scope.migration(), Clock.systemUTC());
        }
    }
}
