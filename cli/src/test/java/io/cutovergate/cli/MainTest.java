package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a user types it: status, standard output and standard error. */
@Execution(ExecutionMode.SAME_THREAD)
class MainTest {

    @TempDir
    Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void teachesWithHelp() {
        assertThat(Main.execute("--help")).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Exit status", "NO-GO", "gate demo", "testbed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "run",
                "run nogate --env x",
                "plan dev",
                "demo --fault nothing",
                "testbed",
                "prove --healthy 0"
            })
    void refusesWrongUsageWith64(String line) {
        assertThat(Main.execute(line.split(" "))).isEqualTo(Exit.USAGE);
        assertThat(complained.toString(StandardCharsets.UTF_8)).isNotBlank().doesNotContain("\tat ");
    }

    @Test
    void tellsFiveMistakesOfTwoFilesAtOnceAndWritesNothing() throws IOException {
        Files.writeString(folder.resolve("app.yaml"), "format: 1\nname: shop\nservices: { api: { host: nowhere } }\n");
        Path file = Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environmnt: dev
                public: { hosts: { api: api.shop.example }, tls: { min-days-left: many } }
                target:
                  name: azure
                  databases: { main: { url: "postgresql://u@h/d", password: "${env:NO_SUCH_VARIABLE_HERE}" } }
                """);
        Path report = folder.resolve("report");
        assertThat(Main.execute("run", "dev", "--env", file.toString(), "--out", report.toString()))
                .isEqualTo(Exit.USAGE);
        assertThat(complained.toString(StandardCharsets.UTF_8).lines())
                .hasSize(5)
                .anySatisfy(line ->
                        assertThat(line).contains("env.yaml:3:1: environmnt: unknown key; did you mean environment?"))
                .anySatisfy(line -> assertThat(line).contains("env.yaml:1:1: environment: missing"))
                .anySatisfy(line ->
                        assertThat(line).contains("env.yaml:4:67: public.tls.min-days-left: expected a whole number"))
                .anySatisfy(line -> assertThat(line)
                        .contains("env.yaml:7:61: target.databases.main.password")
                        .contains("NO_SUCH_VARIABLE_HERE"))
                .anySatisfy(line -> assertThat(line).contains("app.yaml:3:13: services.api.health: missing"));
        assertThat(report).doesNotExist();
    }

    @Test
    void refusesAGateThatNeedsASourceWhereThereIsNone() throws IOException {
        Files.writeString(folder.resolve("app.yaml"), "format: 1\nname: shop\n");
        Path file = Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: dev
                public: { hosts: {} }
                target: { name: azure }
                """);
        assertThat(Main.execute("plan", "staging", "--env", file.toString())).isEqualTo(Exit.USAGE);
        assertThat(complained.toString(StandardCharsets.UTF_8))
                .contains("source: missing; the gate staging compares with a source");
        assertThat(Main.execute("plan", "dev", "--env", file.toString())).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("UNPROVEN: nothing to ask", "services.*.health is not configured");
    }
}
