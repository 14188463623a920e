package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.Suite;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.yaml.MachineResolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--env", required = true, paramLabel = "FILE", description = "the environment file")
    private Path environment = Path.of("");

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

    @Option(
            names = "--classpath",
            paramLabel = "JAR",
            description = "a jar with items and checks of your own; ./checks/*.jar are taken too")
    private List<Path> jars = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder of the report; must not exist yet (default: one below ./gate-reports)")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Prepared prepared = Prepared.of(
                gate,
                environment,
                new MachineResolver(System.getenv()),
                Catalogue.planner(Catalogue.jars(jars)),
                new Narrowing(suites, items));
        UndoCommand.remind();
        Path report = ReportFolder.choose(out, prepared.plan());
        try (Interruption interruption = new Interruption()) {
            int status = Judging.exitStatus(Judging.judge(prepared, report, ReportFolder.parent(report), interruption));
            return interruption.exitWith(status);
        }
    }
}
