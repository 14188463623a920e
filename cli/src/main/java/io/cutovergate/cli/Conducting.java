package io.cutovergate.cli;

import io.cutovergate.cutover.conduct.Conductor;
import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.conduct.Lock;
import io.cutovergate.cutover.conduct.Runbook;
import io.cutovergate.cutover.conduct.Script;
import io.cutovergate.cutover.conduct.Voice;
import io.cutovergate.cutover.watch.Records;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.plan.Obligation;
import io.cutovergate.harness.run.GateRun;
import io.cutovergate.harness.run.KeptResults;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.RunResult;
import io.cutovergate.reports.verdict.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Conducts the steps of a gate under a watch, and judges the gate. */
final class Conducting {

    private static final Duration LONGEST_ROLLBACK = Duration.ofHours(4);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Prepared prepared;
    private final Path environment;
    private final String operator;
    private final Voice voice;
    private final Interruption interruption;
    private final Map<String, String> variables;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    /**
     * @param variables that the files refer to, beside those of this process, for the watch
     */
    Conducting(
            Prepared prepared,
            Path environment,
            String operator,
            Voice voice,
            Interruption interruption,
            Map<String, String> variables) {
        this(prepared, environment, operator, voice, interruption, variables, Program.out());
    }

    /** The same, told elsewhere. */
    Conducting(
            Prepared prepared,
            Path environment,
            String operator,
            Voice voice,
            Interruption interruption,
            Map<String, String> variables,
            PrintStream out) {
        this.out = out;
        this.prepared = prepared;
        this.environment = environment;
        this.operator = operator;
        this.voice = voice;
        this.interruption = interruption;
        this.variables = variables;
    }

    /** Conducts, judges and reports; a paused one is INCONCLUSIVE at best. */
    Verdict judge(Path report) {
        Gate gate = prepared.plan().gate();
        Migration migration = prepared.files().migration();
        Script script = script(migration, gate);
        Path folder = Records.folder(migration, gate);
        try {
            Lock lock = lock(folder);
            try {
                return judge(report, script, folder, migration);
            } finally {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be used", e);
        }
    }

    private Lock lock(Path folder) throws IOException {
        try {
            return Lock.take(folder, operator);
        } catch (IllegalStateException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Verdict judge(Path report, Script script, Path folder, Migration migration) throws IOException {
        Journal journal = journal(folder);
        Files.writeString(folder.resolve("runbook.md"), Runbook.page(script, back(migration), migration));
        out.println("Journal, record and runbook are in " + folder);
        WatchProcess watch = WatchProcess.start(environment, script.gate(), folder, longest(script), variables);
        out.println("The watch looks from outside, as a process of its own");
        return Judging.judge(prepared, report, folder, new Conducted(script, folder, journal, watch), out);
    }

    /** The steps inside the run that judges. */
    private final class Conducted implements Judging.Course {

        private final Script script;
        private final Path folder;
        private final Journal journal;
        private final WatchProcess watch;

        private Conducted(Script script, Path folder, Journal journal, WatchProcess watch) {
            this.script = script;
            this.folder = folder;
            this.journal = journal;
            this.watch = watch;
        }

        @Override
        public RunResult follow(GateRun run) {
            KeptResults kept = new KeptResults(folder, prepared.files().migration());
            Map<Obligation, ObligationResult> earlier = takeOver(run, kept);
            passed().filter(item -> !earlier.keySet().containsAll(obligations(item)))
                    .forEach(item -> run.missed(
                            Set.of(item),
                            "its moment passed under a conductor that was killed or paused, and what it proved is gone, or was"
                                    + " proven by files that have changed since; prove it again now where it still holds (gate run),"
                                    + " or waive it"));
            Conductor.End end =
                    new Conductor(script, journal, new StepJudge(prepared, run, kept), voice, clock).run(operator);
            if (end == Conductor.End.PAUSED) {
                run.interrupt("paused; `gate " + script.gate().id() + "` goes on");
                return run.conclude();
            }
            if (end == Conductor.End.STOPPED) {
                run.giveUp("the " + script.gate() + " stopped before its end; the journal tells where");
            }
            stop(end);
            run.judge(item -> !script.moments().contains(item));
            return run.conclude();
        }

        /** What was proven before, where this conductor goes on; said, as it was not this run that saw it. */
        private Map<Obligation, ObligationResult> takeOver(GateRun run, KeptResults kept) {
            try {
                Map<Obligation, ObligationResult> earlier = kept.of(prepared.plan(), folder.resolve("taken-over"));
                // A moment that was not over when the conductor was killed comes again.
                earlier.keySet()
                        .retainAll(passed().flatMap(item -> obligations(item).stream())
                                .toList());
                earlier.values().stream()
                        .map(result -> result.obligation().claim().item())
                        .distinct()
                        .sorted()
                        .forEach(item -> out.println("  " + item + " was proven at its moment, before this conductor"));
                run.takeOver(earlier);
                return earlier;
            } catch (IOException e) {
                // The move goes on; what cannot be shown is unproven at its end.
                out.println("  What was proven before is not taken over: " + e.getMessage());
                return Map.of();
            }
        }

        /** The items whose moment is over. */
        private Stream<String> passed() {
            return script.steps().stream()
                    .filter(step -> journal.isDone(step.id()))
                    .flatMap(step -> step.rule().prove().stream());
        }

        private List<Obligation> obligations(String item) {
            return prepared.plan().items().stream()
                    .filter(plan -> plan.item().id().equals(item))
                    .flatMap(plan -> plan.obligations().stream())
                    .toList();
        }

        /** Not before the side that serves now was seen to serve for a while. */
        private void stop(Conductor.End end) {
            try {
                if (end == Conductor.End.DONE) {
                    interruption.await(
                            prepared.files().migration().environment().watch().settled());
                }
                watch.stop();
            } catch (IOException e) {
                throw new UncheckedIOException("the watch cannot be stopped", e);
            }
        }
    }

    private static Script script(Migration migration, Gate gate) {
        try {
            return Script.of(migration, gate);
        } catch (IllegalArgumentException e) {
            throw new UsageException(migration.file() + ": " + e.getMessage());
        }
    }

    private static List<Script.Step> back(Migration migration) {
        return migration.environment().rollback() == null
                        || migration.environment().rollback().steps().isEmpty()
                ? List.of()
                : Script.of(migration, Gate.ROLLBACK).steps();
    }

    private static Duration longest(Script script) {
        return script.window() == null ? LONGEST_ROLLBACK : script.window().multipliedBy(2);
    }

    /** The journal to go on with; one that came to its end is put aside with all that belongs to it. */
    private Journal journal(Path folder) throws IOException {
        Journal journal = Journal.open(folder, clock);
        if (!journal.isOver()) {
            journal.begun().ifPresent(begun -> out.println("Going on with what was begun at " + begun));
            return journal;
        }
        Path aside = folder.resolve("before-" + STAMP.format(clock.instant()));
        Files.createDirectory(aside);
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("conductor"))
                    .toList()) {
                Files.move(file, aside.resolve(file.getFileName()));
            }
        }
        out.println("What was conducted before is in " + aside);
        return Journal.open(folder, clock);
    }
}
