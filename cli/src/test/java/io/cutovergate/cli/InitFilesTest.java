package io.cutovergate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.cli.InitAnswers.Kind;
import io.cutovergate.cli.InitAnswers.Place;
import io.cutovergate.harness.config.EnvironmentFile;
import io.cutovergate.harness.config.SideConfig;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code gate init} writes is planned at once, and never lost. */
class InitFilesTest {

    /** A key that waits for the user: a # and no space, or the deeper lines below it. */
    private static final Pattern WAITING = Pattern.compile("(?m)^( *)#(?! \\S)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isPlannedAtOnce(Kind kind) {
        InitAnswers answers = answers(kind);
        assertThat(write(answers)).hasSize(2);

        EnvironmentFile file = plan(answers).migration().environment();

        assertThat(file.environment()).isEqualTo(answers.environment());
        assertThat(file.publicNames().hosts()).containsEntry("api", "api.shop.example:8443");
        assertThat(file.target().entry()).isEqualTo("198.51.100.20");
        assertThat(file.target().databases().values())
                .extracting(SideConfig.Database::url)
                .containsExactly("postgresql://gate@db.new.example/shop");
        assertThat(file.source() != null).isEqualTo(kind.hasSource());
        if (kind.hasSource()) {
            assertThat(Objects.requireNonNull(file.source()).entry()).isEqualTo("203.0.113.10");
        }
    }

    @ParameterizedTest
    @EnumSource
    void isPlannedWithEveryWaitingKeySwitchedOn(Kind kind) throws IOException {
        InitAnswers answers = answers(kind);
        for (Path file : write(answers)) {
            String text = Files.readString(file);
            String switchedOn = WAITING.matcher(text).replaceAll("$1");
            assertThat(switchedOn).isNotEqualTo(text);
            Files.writeString(file, switchedOn);
        }

        Plan plan = plan(answers);

        assertThat(plan.migration().application().scenarios()).isNotEmpty();
        assertThat(plan.migration().environment().notApplicable()).isNotEmpty();
    }

    @Test
    void writesNeitherWhereOneStands() throws IOException {
        Path application = Files.writeString(folder.resolve("shop.yaml"), "mine");

        assertThatThrownBy(() -> write(answers(Kind.DEV)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("shop.yaml exists and is never written over; nothing was written")
                .hasMessageContaining("--keep-application");

        assertThat(application).hasContent("mine");
        assertThat(folder.resolve("dev.yaml")).doesNotExist();
    }

    @Test
    void keepsAnApplicationFileThatTheNextEnvironmentShares() throws IOException {
        Path application = write(answers(Kind.DEV)).get(0);
        Files.writeString(application, "# mine\n" + Files.readString(application));

        List<Path> written = new InitFiles(answers(Kind.STAGING)).write(folder, true);

        assertThat(written).containsExactly(folder.resolve("staging.yaml"));
        assertThat(application).content().startsWith("# mine\n");
        assertThat(plan(answers(Kind.STAGING)).items()).isNotEmpty();
    }

    @Test
    void keepsAnEnvironmentFileAlwaysAsItIs() throws IOException {
        Path environment = Files.writeString(folder.resolve("dev.yaml"), "mine");

        assertThatThrownBy(() -> new InitFiles(answers(Kind.DEV)).write(folder, true))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("dev.yaml exists");

        assertThat(environment).hasContent("mine");
        assertThat(folder.resolve("shop.yaml")).doesNotExist();
    }

    @Test
    void writesWordsOfYamlAsText() {
        InitAnswers answers =
                new InitAnswers("null", Kind.DEV, "1", "true", "0x1f", new Place("1", "postgresql://gate@db/a"), null);
        write(answers);

        EnvironmentFile file = plan(answers).migration().environment();

        assertThat(file.environment()).isEqualTo("1");
        assertThat(file.publicNames().hosts()).containsEntry("api", "true").containsEntry("www", "0x1f");
    }

    private List<Path> write(InitAnswers answers) {
        return new InitFiles(answers).write(folder, false);
    }

    /** As {@code gate plan} makes it, on a machine where no variable is set. */
    private Plan plan(InitAnswers answers) {
        return Prepared.of(
                        answers.kind().gate(),
                        folder.resolve(answers.environmentFile()),
                        new MachineResolver(Map.of()).withoutCommands(),
                        Catalogue.planner(List.of()),
                        Narrowing.NONE)
                .plan();
    }

    private static InitAnswers answers(Kind kind) {
        Place source = new Place("203.0.113.10", "postgresql://gate@db.old.example/shop");
        return new InitAnswers(
                "shop",
                kind,
                Names.of(kind),
                "api.shop.example:8443",
                "www.shop.example",
                new Place("198.51.100.20", "postgresql://gate@db.new.example/shop"),
                kind.hasSource() ? source : null);
    }
}
