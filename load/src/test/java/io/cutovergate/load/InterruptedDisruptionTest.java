package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.subject.DisruptionAt;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that is told to end while something is disturbed puts it right before it does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals there")
class InterruptedDisruptionTest {

    /** Disturbs and waits to be told to end. Argument: the folder of the environment file. */
    static final class Disturbing {

        private Disturbing() {}

        public static void main(String[] arguments) throws InterruptedException {
            Path folder = Path.of(arguments[0]);
            MigrationFiles files =
                    MigrationFiles.read(folder.resolve("env.yaml"), new MachineResolver(Map.of()), new Problems());
            DisruptionAt disruption = new DisruptionAt.Source()
                    .subjects(files.migration(), new Vantage(Side.TARGET, Route.PUBLIC_NAME))
                    .get(0);
            new Disturbance(disruption, folder).apply();
            new CountDownLatch(1).await();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void isUndone(String signal, @TempDir Path folder) throws IOException, InterruptedException {
        disturbed(folder, signal);

        assertThat(folder.resolve("broken")).doesNotExist();
        assertThat(journal(folder).owed()).isEmpty();
    }

    @Test
    void whatAKilledProgramLeftIsOwedToTheNextOne(@TempDir Path folder) throws IOException, InterruptedException {
        disturbed(folder, "KILL");

        assertThat(folder.resolve("broken")).exists();
        assertThat(journal(folder).owed())
                .singleElement()
                .asString()
                .startsWith("rm broken (load.disruptions.broken.undo), owed since ");
        assertThat(journal(folder).settle()).hasSize(1);
        assertThat(folder.resolve("broken")).doesNotExist();
        assertThat(journal(folder).settle()).isEmpty();
    }

    private static UndoJournal journal(Path home) {
        return new UndoJournal(home.resolve(".cache/cutover-gate/undo"));
    }

    private static void disturbed(Path folder, String signal) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("app.yaml"), """
                format: 1
                name: fixture
                services: { api: { host: api, health: { live: / } } }
                scenarios: { reading: { service: api, requests: [ { get: / } ] } }
                """);
        Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: test
                public: { hosts: { api: "api.localhost:1" } }
                target: { name: here }
                load: { disruptions: { broken: { run: [touch, broken], undo: [rm, broken] } } }
                """);
        Process program = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Disturbing.class.getName(),
                        folder.toString()))
                .inheritIO()
                .start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(folder.resolve("broken")));
            new ProcessBuilder("kill", "-" + signal, Long.toString(program.pid()))
                    .start()
                    .waitFor();

            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }
}
