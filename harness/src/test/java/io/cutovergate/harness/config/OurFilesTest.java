package io.cutovergate.harness.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Generated;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.harness.yaml.Resolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that we hand to users, and those of the demo, are read without a problem. */
class OurFilesTest {

    /** Stands in for the machine: variables, files and commands give what is a name as well as a number. */
    private static final Resolver ANYWHERE = new Resolver() {
        @Override
        public String env(String name) {
            return "1";
        }

        @Override
        public String file(Path path) {
            return "1";
        }

        @Override
        public Optional<String> command(List<String> argv, Path folder) {
            return Optional.of("1");
        }
    };

    static Stream<Path> environmentFiles() throws IOException {
        try (Stream<Path> folders = Stream.of("environments", "examples").map(Generated::inProject)) {
            return folders
                    .filter(Files::isDirectory)
                    .flatMap(OurFilesTest::below)
                    .filter(OurFilesTest::isEnvironment)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("environmentFiles")
    void isReadTogetherWithItsApplicationFile(Path file) {
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(file, ANYWHERE, problems);
        assertThat(problems).hasToString("");
        assertThat(files.migration()).isNotNull();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEnvironment(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.startsWith("environment:"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
