package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.yaml.MachineResolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that conduct have in common. */
abstract class ConductCommand implements Callable<Integer> {

    @Option(names = "--env", required = true, paramLabel = "FILE", description = "the environment file")
    private Path environment = Path.of("");

    @Option(names = "--operator", paramLabel = "NAME", description = "who decides (default: the user of this machine)")
    private String operator = System.getProperty("user.name", "unknown");

    @Option(names = "--yes", description = "do not ask before each step")
    private boolean yes;

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

    abstract Gate gate();

    @Override
    public Integer call() {
        TerminalVoice voice = TerminalVoice.of(yes);
        Prepared prepared = Prepared.of(
                gate(),
                environment,
                new MachineResolver(System.getenv()),
                Catalogue.planner(Catalogue.jars(jars)),
                Narrowing.NONE);
        Path report = ReportFolder.choose(out, prepared.plan());
        try (Interruption interruption = new Interruption()) {
            interruption.onInterrupt(voice::pause);
            Conducting conducting = new Conducting(prepared, environment, operator, voice, interruption, Map.of());
            return interruption.exitWith(Judging.exitStatus(conducting.judge(report)));
        }
    }
}
