package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.yaml.MachineResolver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By which files a gate is judged and where the report goes: options of every command that judges one. */
final class JudgedFiles {

    @Option(names = "--env", required = true, paramLabel = "FILE", description = "the environment file")
    private Path environment = Path.of("");

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

    Path environment() {
        return environment;
    }

    /** The plan by the files; a {@link UsageException} tells all their mistakes at once. */
    Prepared prepare(Gate gate, Narrowing narrowing) {
        return Prepared.of(
                gate,
                environment,
                new MachineResolver(System.getenv()),
                Catalogue.planner(Catalogue.jars(jars)),
                narrowing);
    }

    Path report(Prepared prepared) {
        return ReportFolder.choose(out, prepared.plan());
    }
}
