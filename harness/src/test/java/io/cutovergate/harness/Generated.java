package io.cutovergate.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps files that are generated from the code, and yet read in the repository, equal to what the code says. */
public final class Generated {

    private static final String UPDATE = "update-generated";

    private Generated() {}

    /** Fails when the file of the project is not the content; with {@code -Dupdate-generated} writes it first. */
    public static void assertUpToDate(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (System.getProperty(UPDATE) != null && folder != null) {
            Files.createDirectories(folder);
            Files.writeString(file, content);
        }
        String stands = Files.exists(file) ? Files.readString(file) : "";
        assertThat(stands)
                .as("%s is stale: run mvn -pl harness test -D%s and commit what it wrote", file, UPDATE)
                .isEqualTo(content);
    }

    /** A file of the project, from the folder of one of its modules, where Maven runs the tests. */
    public static Path inProject(String path) {
        return Path.of("..").resolve(path);
    }
}
