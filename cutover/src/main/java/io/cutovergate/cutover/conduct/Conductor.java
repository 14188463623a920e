package io.cutovergate.cutover.conduct;

import io.cutovergate.cutover.conduct.Entry.Event;
import io.cutovergate.harness.config.Cutover.OnFailure;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.probe.process.Attempt;
import io.cutovergate.probe.process.Command;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Runs the steps in order. Each is asked for before it runs, so that one that is done already, or that a crash left
 * half-done, is neither repeated nor skipped. Past the point of no return nothing is taken back by itself.
 */
public final class Conductor {

    /** How it ended. */
    public enum End {
        DONE,
        /** It can go on with the same command. */
        PAUSED,
        /** A step failed, and what could be taken back was. */
        STOPPED
    }

    private static final Duration ASK_EVERY = Duration.ofMillis(500);

    private final Script script;
    private final Journal journal;
    private final Judge judge;
    private final Voice voice;
    private final Clock clock;

    public Conductor(Script script, Journal journal, Judge judge, Voice voice, Clock clock) {
        this.script = script;
        this.journal = journal;
        this.judge = judge;
        this.voice = voice;
        this.clock = clock;
    }

    /**
     * Runs what is not done yet.
     *
     * @param operator who decides
     */
    public End run(String operator) {
        if (journal.begun().isPresent()) {
            journal.add(Event.RESUMED, "", operator);
        } else {
            journal.add(Event.BEGUN, "", operator);
        }
        tellUsed("", script.operations()::besides);
        for (Script.Step step : script.steps()) {
            if (journal.isDone(step.id())) {
                voice.say("  " + step.id() + " is done since "
                        + journal.last(step.id()).orElseThrow().at());
                continue;
            }
            Optional<String> late = tooLate(step);
            if (late.isPresent()) {
                return fail(step, List.of(late.get()));
            }
            if (voice.wantsPause() || !voice.confirm(question(step))) {
                journal.add(Event.PAUSED, "", operator + ", before " + step.id());
                voice.say("Paused before " + step.id() + "; the same command goes on.");
                return End.PAUSED;
            }
            List<String> why = step.rule().run().isEmpty() ? prove(step) : run(step);
            if (!why.isEmpty()) {
                return fail(step, why);
            }
        }
        journal.add(Event.ENDED, "", "");
        return End.DONE;
    }

    private String question(Script.Step step) {
        return step
                + (step.rule().pointOfNoReturn() ? " (from here on there is no automatic way back)" : "")
                + lastTurn()
                        .map(when -> "; turning back fits the window until " + when)
                        .orElse("");
    }

    /** The last moment at which turning back still fits the window. */
    private Optional<Instant> lastTurn() {
        Duration window = script.window();
        if (window == null || pastNoReturn()) {
            return Optional.empty();
        }
        return journal.begun()
                .map(begun -> begun.plus(window).minus(script.wayBack()).truncatedTo(ChronoUnit.SECONDS));
    }

    private Optional<String> tooLate(Script.Step step) {
        return lastTurn()
                .filter(when -> clock.instant().isAfter(when))
                .map(when ->
                        "it is too late to begin " + step.id() + ": until " + when + " turning back, which takes up to "
                                + Units.print(script.wayBack()) + " (rollback.within), fitted the window of "
                                + script.printedWindow() + " (cutover.window)");
    }

    private boolean pastNoReturn() {
        return script.steps().stream()
                .filter(step -> step.rule().pointOfNoReturn())
                .anyMatch(step -> journal.hasBegun(step.id()));
    }

    /** Written down for a later gate, by which nothing here is held up. */
    private void tellUsed(String step, Supplier<List<Used>> files) {
        try {
            files.get().forEach(used -> journal.add(Event.USES, step, used.toString()));
        } catch (Unexamined e) {
            voice.say("  Not written down for rollback-rehearsed: " + e.getMessage());
        }
    }

    private List<String> prove(Script.Step step) {
        tellUsed(step.id(), () -> script.operations().of(step));
        journal.add(Event.STEP_BEGUN, step.id(), "");
        List<String> why = judge.prove(step.rule().prove());
        if (why.isEmpty()) {
            done(step, "proven: " + String.join(", ", step.rule().prove()));
        }
        return why;
    }

    private List<String> run(Script.Step step) {
        Optional<Entry> before = journal.last(step.id()).filter(entry -> entry.event() == Event.STEP_BEGUN);
        before.ifPresent(entry -> awaitLeftOver(step, entry));
        String doneWhen = step.rule().doneWhen();
        if (doneWhen != null && judge.ask(doneWhen).isEmpty()) {
            if (before.isEmpty()) {
                journal.add(Event.STEP_BEGUN, step.id(), "");
            }
            done(step, "done already: " + doneWhen + " holds");
            return List.of();
        }
        if (before.isPresent()
                && doneWhen == null
                && !voice.confirm(
                        "again " + step + " (it had begun when the conductor ended, and it has no done-when that"
                                + " could tell whether it is done)")) {
            return List.of(step.id() + " had begun when the conductor ended, and nothing tells whether it is done ("
                    + step.key() + ".done-when)");
        }
        return execute(step);
    }

    private List<String> execute(Script.Step step) {
        Instant begun = clock.instant();
        Command command = command(step.key() + ".run", step.rule().run(), step);
        voice.say("  " + step.id() + ": " + String.join(" ", step.rule().run()));
        tellUsed(step.id(), () -> script.operations().of(step));
        // Before it runs, and again with its process: whoever is killed in between leaves no step that nobody knows of.
        journal.add(Event.STEP_BEGUN, step.id(), command.toString());
        try {
            Attempt attempt = command.attempt(pid -> journal.add(Event.STEP_BEGUN, step.id(), command.toString(), pid));
            if (!attempt.ended()) {
                return List.of(command + " did not end within "
                        + Units.print(step.rule().within()) + " (" + step.key() + ".within) and was stopped; it wrote: "
                        + attempt.outcome().end());
            }
            if (attempt.outcome().status() != 0) {
                return List.of(
                        command + " ended with status " + attempt.outcome().status() + "; it wrote: "
                                + attempt.outcome().end());
            }
        } catch (Unexamined e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<String> why = awaitDone(step, begun.plus(step.rule().within()));
        if (why.isEmpty()) {
            done(step, "");
        }
        return why;
    }

    private List<String> awaitDone(Script.Step step, Instant until) {
        String item = step.rule().doneWhen();
        if (item == null) {
            return List.of();
        }
        List<String> last = new ArrayList<>();
        Duration left = Duration.between(clock.instant(), until);
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(ASK_EVERY)
                    .atMost(left.compareTo(ASK_EVERY) > 0 ? left : ASK_EVERY.multipliedBy(2))
                    .until(() -> {
                        last.clear();
                        last.addAll(judge.ask(item));
                        return last.isEmpty();
                    });
        } catch (ConditionTimeoutException e) {
            last.add(
                    0,
                    step.id() + " was run, but " + item + " does not hold within "
                            + Units.print(step.rule().within()) + " (" + step.key() + ".within):");
            // The verdict is to say so too.
            judge.prove(List.of(item));
        }
        return last;
    }

    /** A process that a conductor who was killed left running is waited for, never run beside another. */
    private void awaitLeftOver(Script.Step step, Entry begun) {
        ProcessHandle.of(begun.pid())
                .filter(process -> process.info()
                        .startInstant()
                        .map(start -> !start.isAfter(begun.at().plusSeconds(1)))
                        .orElse(false))
                .ifPresent(process -> {
                    voice.say("  " + step.id() + " still runs since " + begun.at() + " (process " + begun.pid()
                            + "); waiting for it");
                    try {
                        Awaitility.await()
                                .pollInSameThread()
                                .atMost(step.rule().within())
                                .until(() -> !process.isAlive());
                    } catch (ConditionTimeoutException e) {
                        process.descendants().forEach(ProcessHandle::destroyForcibly);
                        process.destroyForcibly();
                    }
                });
    }

    private void done(Script.Step step, String how) {
        journal.add(Event.STEP_DONE, step.id(), how);
        voice.say("  " + step.id() + " is done"
                + journal.took(step.id())
                        .map(took -> " after " + Units.print(took) + " (planned: at most "
                                + Units.print(step.rule().within()) + ")")
                        .orElse("")
                + (how.isEmpty() ? "" : ", " + how));
    }

    private End fail(Script.Step step, List<String> why) {
        String text = String.join("\n", why);
        boolean noReturn = pastNoReturn();
        journal.add(Event.STEP_FAILED, step.id(), text);
        voice.say("STOP at " + step.id() + ": " + text);
        if (noReturn) {
            voice.say(
                    "This is past the point of no return: nothing is taken back by itself. `gate rollback` is the way back.");
        } else if (step.rule().onFailure() == OnFailure.STOP) {
            voice.say("Everything stays as it is (" + step.key() + ".on-failure: stop).");
        } else if (voice.confirm("undo " + String.join(", ", ids(undoable())))) {
            undo();
        } else {
            voice.say("Nothing was taken back; the commands stand in the runbook.");
        }
        journal.add(Event.STOPPED, step.id(), "");
        return End.STOPPED;
    }

    /** Takes back what has begun, the latest first. What cannot be taken back is said, and the rest is tried nevertheless. */
    public void undo() {
        for (Script.Step step : undoable()) {
            Command command = command(step.key() + ".undo", step.rule().undo(), step);
            journal.add(Event.UNDO_BEGUN, step.id(), command.toString());
            try {
                command.run();
                journal.add(Event.UNDO_DONE, step.id(), "");
                voice.say("  " + step.id() + " is taken back: "
                        + String.join(" ", step.rule().undo()));
            } catch (Unexamined e) {
                String why = String.valueOf(e.getMessage());
                journal.add(Event.UNDO_FAILED, step.id(), why);
                voice.say("  " + step.id() + " is NOT taken back: " + why);
            }
        }
    }

    private List<Script.Step> undoable() {
        List<Script.Step> begun = new ArrayList<>();
        for (Script.Step step : script.steps()) {
            boolean undone = journal.last(step.id())
                    .filter(entry -> entry.event() == Event.UNDO_DONE)
                    .isPresent();
            if (journal.hasBegun(step.id()) && !undone && !step.rule().undo().isEmpty()) {
                begun.add(0, step);
            }
        }
        return begun;
    }

    private static List<String> ids(List<Script.Step> steps) {
        return steps.stream().map(Script.Step::id).toList();
    }

    private Command command(String key, List<String> arguments, Script.Step step) {
        return new Command(key, arguments, script.folder(), step.rule().within(), script.variables());
    }
}
