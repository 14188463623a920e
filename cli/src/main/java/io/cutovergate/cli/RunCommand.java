package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Suite;
import io.cutovergate.harness.plan.Narrowing;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a gate. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a gate against the deployments that the environment file names, and decides.",
            "Reads; writes only what the file allows a synthetic account to."
        })
final class RunCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "GATE",
            description = "dev, staging, pre-cutover, cutover, post-cutover, rollback or decommission")
    private Gate gate = Gate.DEV;

    @Mixin
    private JudgedFiles files = new JudgedFiles();

    @Option(
            names = "--suite",
            paramLabel = "SUITE",
            description = "ask only this suite; the verdict is INCONCLUSIVE at best")
    private Set<Suite> suites = new LinkedHashSet<>();

    @Option(
            names = "--item",
            paramLabel = "ID",
            description = "ask only this item; the verdict is INCONCLUSIVE at best")
    private Set<String> items = new LinkedHashSet<>();

    @Override
    public Integer call() {
        Prepared prepared = files.prepare(gate, new Narrowing(suites, items));
        UndoCommand.remind();
        Path report = files.report(prepared);
        try (Interruption interruption = new Interruption()) {
            int status = Judging.exitStatus(Judging.judge(prepared, report, ReportFolder.parent(report), interruption));
            return interruption.exitWith(status);
        }
    }
}
