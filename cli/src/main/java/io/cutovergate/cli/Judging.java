package io.cutovergate.cli;

import io.cutovergate.harness.run.GateRun;
import io.cutovergate.harness.run.Progress;
import io.cutovergate.harness.run.RunResult;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.reports.ReportWriter;
import io.cutovergate.reports.TerminalSummary;
import io.cutovergate.reports.statement.Statements;
import io.cutovergate.reports.verdict.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs a plan, judges what it showed, and writes the report. */
final class Judging {

    /** What happens in a run that has moments. */
    interface Course {
        RunResult follow(GateRun run);
    }

    private final Prepared prepared;
    private final Course course;
    private final Consumer<Runnable> onInterrupt;
    private final PrintStream out;
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    private Judging(Prepared prepared, Course course, Consumer<Runnable> onInterrupt, PrintStream out) {
        this.prepared = prepared;
        this.course = course;
        this.onInterrupt = onInterrupt;
        this.out = out;
    }

    /**
     * Judges and reports.
     *
     * @param report a folder that does not exist yet
     * @param scratch where evidence is kept until the report is written
     */
    static Verdict judge(Prepared prepared, Path report, Path scratch, Interruption interruption) {
        return new Judging(prepared, GateRun::execute, interruption::onInterrupt, Program.out()).judge(report, scratch);
    }

    /** The same along a course of its own, which hears of interruptions itself. */
    static Verdict judge(Prepared prepared, Path report, Path scratch, Course course, PrintStream out) {
        return new Judging(prepared, course, ignored -> {}, out).judge(report, scratch);
    }

    /** The same without a word on the terminal, for a verdict that another one builds on. */
    static Verdict quietly(Prepared prepared, Path report, Path scratch) {
        return judge(prepared, report, scratch, GateRun::execute, nobody());
    }

    /** Where nobody reads. */
    static PrintStream nobody() {
        return new PrintStream(OutputStream.nullOutputStream());
    }

    /** What the command ends with: the verdict's status, unless the harness itself broke. */
    static int exitStatus(Verdict verdict) {
        return verdict.faults().isEmpty() ? verdict.exitCode() : Exit.SOFTWARE;
    }

    private Verdict judge(Path report, Path scratch) {
        Statements statements = statements();
        Path evidence = temporaryFolder(scratch);
        try {
            ReportWriter.requireFree(report);
            Verdict verdict = Verdict.of(run(evidence), statements, clock);
            new ReportWriter(io.cutovergate.reports.document.Program.of(
                            Program.version(),
                            prepared.planner().items(),
                            prepared.planner().claims()))
                    .write(verdict, report);
            out.println();
            TerminalSummary.lines(verdict, report, Program.style()).forEach(out::println);
            return verdict;
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written to " + report, e);
        } finally {
            delete(evidence);
        }
    }

    private RunResult run(Path evidence) {
        try (Progress progress = new Progress(out, Program.style(), clock)) {
            GateRun run = new GateRun(prepared.plan(), prepared.planner().classes(), evidence, progress, clock);
            onInterrupt.accept(() -> run.interrupt("interrupted by a signal"));
            return course.follow(run);
        }
    }

    private Statements statements() {
        Problems problems = new Problems();
        Statements statements =
                Statements.read(prepared.files().migration(), prepared.planner().items(), problems);
        if (!problems.isEmpty()) {
            throw UsageException.of(problems);
        }
        return statements;
    }

    private static Path temporaryFolder(Path scratch) {
        try {
            return Files.createTempDirectory(Files.createDirectories(scratch), ".evidence-");
        } catch (IOException e) {
            throw new UncheckedIOException("evidence cannot be kept in " + scratch, e);
        }
    }

    /** Attachments were moved into the report; what is left is the folder itself, unless the report could not be written. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be removed", e);
        }
    }
}
