package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Generated;
import io.cutovergate.harness.config.ApplicationFile;
import io.cutovergate.harness.config.EnvironmentFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference and schemas say what the records say. */
class GeneratedFilesTest {

    @Test
    void referenceIsUpToDate() throws IOException {
        Generated.assertUpToDate(
                Generated.inProject("docs/configuration.md"),
                ReferenceWriter.write(List.of(EnvironmentFile.class, ApplicationFile.class)));
    }

    @Test
    void schemasAreUpToDate() throws IOException {
        Generated.assertUpToDate(
                Generated.inProject("docs/schema/environment.schema.json"),
                JsonSchemaWriter.write(EnvironmentFile.class));
        Generated.assertUpToDate(
                Generated.inProject("docs/schema/application.schema.json"),
                JsonSchemaWriter.write(ApplicationFile.class));
    }

    /** Every default of every record must bind: a wrong one would otherwise show at a user's first file. */
    @ParameterizedTest
    @ValueSource(classes = {EnvironmentFile.class, ApplicationFile.class})
    void everyDefaultBinds(Class<?> root, @TempDir Path folder) {
        for (Class<?> record : Sections.below(root).keySet()) {
            Fixture fixture = new Fixture(folder);
            fixture.bind(record.asSubclass(Record.class), "");
            assertThat(fixture.problems.list())
                    .as("problems of an empty %s, other than missing keys and the rules across them", record)
                    .allMatch(problem -> problem.message().startsWith("missing; ")
                            || problem.keyPath().isEmpty());
        }
    }
}
