package io.cutovergate.cli;

import io.cutovergate.cutover.watch.Records;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Takes the records of calm that {@code errors-and-latency-stable} compares, by the process that {@code gate watch} is. */
final class DemoWatch {

    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Path environment;
    private final Map<String, String> variables;
    private final Migration migration;
    private final Interruption interruption;

    /**
     * @param environment the environment file
     * @param variables that it refers to
     */
    DemoWatch(Path environment, Map<String, String> variables, Migration migration, Interruption interruption) {
        this.environment = environment;
        this.variables = variables;
        this.migration = migration;
        this.interruption = interruption;
    }

    /** Looks for as long as a record must be; returns when it is whole. */
    void record(Gate gate) {
        Duration time = migration
                .environment()
                .limits()
                .errorsAndLatencyStable()
                .window()
                .plus(SLACK);
        Path folder = Records.folder(migration, gate);
        try {
            Files.createDirectories(folder);
            WatchProcess watch = WatchProcess.start(environment, gate, folder, time.multipliedBy(4), variables);
            interruption.await(time);
            watch.stop();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can be recorded in " + folder, e);
        }
    }
}
