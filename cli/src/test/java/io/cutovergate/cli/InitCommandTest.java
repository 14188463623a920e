package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.cli.InitAnswers.Kind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command and its questions. Tests have no terminal, so what no flag says is an example. */
class InitCommandTest {

    @TempDir
    private Path folder;

    @Test
    void takesExamplesWhereNobodyCanBeAsked() {
        assertThat(gate()).isEqualTo(Exit.OK);
        assertThat(folder.resolve("shop.yaml")).content().contains("name: 'shop'");
        assertThat(folder.resolve("dev.yaml"))
                .content()
                .contains(
                        "api: 'api.shop.example'", "application: 'shop.yaml'", "${command:printenv TARGET_DB_PASSWORD}")
                .doesNotContain("\nsource:");
    }

    @Test
    void takesAnEnvironmentThatIsCalledStagingForOne() {
        assertThat(gate("--application", "till", "--environment", "staging")).isEqualTo(Exit.OK);
        assertThat(folder.resolve("staging.yaml"))
                .content()
                .contains(
                        "\nsource:", "expect: subset", "postgresql://gate@db.source.example/till?sslmode=verify-full");
    }

    @Test
    void refusesToWriteOverAFile() throws java.io.IOException {
        Files.writeString(folder.resolve("dev.yaml"), "mine");
        assertThat(gate()).isEqualTo(Exit.USAGE);
        assertThat(folder.resolve("dev.yaml")).hasContent("mine");
    }

    @Test
    void refusesAWrongFlag() {
        assertThat(gate("--api-host", "https://api.example")).isEqualTo(Exit.USAGE);
        assertThat(gate("--kind", "test")).isEqualTo(Exit.USAGE);
        assertThat(gate("--application", "dev")).isEqualTo(Exit.USAGE);
        assertThat(gate("--source-entry", "lb.example")).isEqualTo(Exit.USAGE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asksAgainUntilAnAnswerIsRight() {
        Deque<String> typed = new ArrayDeque<>(List.of("prod", " production "));
        Deque<String> prompts = new ArrayDeque<>();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Questions questions = new Questions(new PrintStream(told, true, StandardCharsets.UTF_8), prompt -> {
            prompts.add(prompt);
            return typed.poll();
        });

        assertThat(questions.<Kind>ask("--kind", null, "Kind", "dev", InitRules::kind))
                .isEqualTo(Kind.PRODUCTION);
        assertThat(prompts).containsExactly("Kind [dev]: ", "Kind [dev]: ");
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("'prod' is no kind of environment");
    }

    @Test
    void takesTheDefaultForAnEmptyAnswerAndAtTheEndOfTheInput() {
        Deque<String> typed = new ArrayDeque<>(List.of(" "));
        Questions questions = new Questions(System.out, prompt -> typed.poll());

        assertThat(questions.<Kind>ask("--kind", null, "Kind", "dev", InitRules::kind))
                .isEqualTo(Kind.DEV);
        assertThat(questions.<Kind>ask("--kind", null, "Kind", "staging", InitRules::kind))
                .isEqualTo(Kind.STAGING);
    }

    @Test
    void asksNothingThatAFlagSays() {
        Questions questions =
                new Questions(System.out, prompt -> Assertions.fail("asked although the flag says it: " + prompt));

        assertThat(questions.<Kind>ask("--kind", "staging", "Kind", "dev", InitRules::kind))
                .isEqualTo(Kind.STAGING);
    }

    private int gate(String... flags) {
        List<String> arguments = new java.util.ArrayList<>(List.of("init", "--dir", folder.toString()));
        arguments.addAll(List.of(flags));
        return Main.execute(arguments.toArray(String[]::new));
    }
}
