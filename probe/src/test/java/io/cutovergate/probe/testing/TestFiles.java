package io.cutovergate.probe.testing;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes and reads the two files of a migration. */
public final class TestFiles {

    private TestFiles() {}

    /**
     * Binds both texts as the program does; every problem of theirs ends the test.
     *
     * @param application without {@code format} and {@code name}
     * @param environment without {@code format}, {@code application} and {@code environment}
     */
    public static Migration migration(Path folder, String application, String environment) {
        try {
            Files.writeString(folder.resolve("app.yaml"), "format: 1\nname: test\n" + application);
            Path file = Files.writeString(
                    folder.resolve("env.yaml"), "format: 1\napplication: app.yaml\nenvironment: test\n" + environment);
            Problems problems = new Problems();
            MigrationFiles files =
                    MigrationFiles.read(file, new MachineResolver(Map.of("SECRET", "s3cr3t-value")), problems);
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(problems.toString());
            }
            return files.migration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
