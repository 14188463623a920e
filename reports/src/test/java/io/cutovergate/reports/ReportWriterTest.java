package io.cutovergate.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Sha256;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.ClaimRegister;
import io.cutovergate.harness.run.Status;
import io.cutovergate.reports.document.Program;
import io.cutovergate.reports.statement.Statements;
import io.cutovergate.reports.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

    private static final Path SCHEMA = Path.of("..", "docs", "schema", "verdict.schema.json");

    private final ReportWriter writer =
            new ReportWriter(Program.of("0.1.0", ChecklistItem.ours(), ClaimRegister.ours()), () -> "0011223344556677");

    @TempDir
    private Path folder;

    private Migration migration;

    @BeforeEach
    void readFiles() {
        migration = Fixture.migration(folder);
    }

    private Verdict sample() throws IOException {
        return Verdict.of(
                SampleRun.of(migration, folder.resolve("seen")), SampleRun.statements(migration), Fixture.CLOCK);
    }

    private Path written(String name) throws IOException {
        Path report = folder.resolve("reports").resolve(name);
        writer.write(sample(), report);
        return report;
    }

    @Test
    void writesEveryForm() throws IOException {
        Path report = written("one");

        assertThat(names(report))
                .containsExactly("allure-results", "evidence", "index.html", "junit.xml", "summary.md", "verdict.json");
        assertThat(names(folder.resolve("reports"))).containsExactly("one");
    }

    @Test
    void keepsTheSchema() throws IOException {
        JsonNode verdict = new ObjectMapper()
                .readTree(written("one").resolve("verdict.json").toFile());

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(SCHEMA))
                        .validate(verdict))
                .isEmpty();
    }

    @Test
    void movesTheEvidenceInAndBindsItByHash() throws IOException {
        Path report = written("one");

        JsonNode verdict =
                new ObjectMapper().readTree(report.resolve("verdict.json").toFile());
        List<JsonNode> attachments = verdict.findValues("attachments").stream()
                .flatMap(list ->
                        Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get))
                .toList();
        assertThat(attachments).hasSize(2).allSatisfy(attachment -> assertThat(
                        Sha256.of(report.resolve(attachment.get("file").asText())))
                .isEqualTo(attachment.get("sha256").asText()));
        assertThat(names(folder.resolve("seen"))).isEmpty();
    }

    @Test
    void bindsTheConfigurationWithoutItsSecrets() throws IOException {
        JsonNode configuration = new ObjectMapper()
                .readTree(written("one").resolve("verdict.json").toFile())
                .get("configuration");

        assertThat(configuration
                        .at("/environment/source/databases/main/password")
                        .asText())
                .startsWith("sha256:");
        assertThat(configuration.at("/environment/integrity/show").asInt()).isEqualTo(20);
        assertThat(configuration.at("/application/name").asText()).isEqualTo("shop");
    }

    @Test
    void namesTheVerdictBefore() throws IOException {
        Path previous = Files.createDirectories(folder.resolve("previous")).resolve("verdict.json");
        Files.writeString(previous, "{}");

        JsonNode verdict = new ObjectMapper()
                .readTree(written("one").resolve("verdict.json").toFile());

        assertThat(verdict.at("/previous/0/gate").asText()).isEqualTo("dev");
        assertThat(verdict.at("/previous/0/file").asText()).isEqualTo("previous/verdict.json");
        assertThat(verdict.at("/previous/0/sha256").asText()).isEqualTo(Sha256.of("{}"));
    }

    @Test
    void writesTheSameTwice() throws IOException {
        assertThat(written("one").resolve("verdict.json"))
                .hasSameTextualContentAs(written("two").resolve("verdict.json"));
        assertThat(folder.resolve("reports/one/index.html"))
                .hasSameTextualContentAs(folder.resolve("reports/two/index.html"));
    }

    @Test
    void neverWritesOverAnother() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("reports/taken"));

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> writer.write(sample(), taken))
                .withMessage(taken + " exists, and a report is never written over another; name another folder");

        assertThat(names(taken)).isEmpty();
        assertThat(names(folder.resolve("reports"))).containsExactly("taken");
    }

    @Test
    void givesNoSecretAway() throws IOException {
        String leak = "login as shop:" + Fixture.SECRET + " refused";
        Verdict verdict = Verdict.of(
                Fixture.run(
                        migration,
                        leak,
                        List.of(leak),
                        Fixture.item("services-deployed", Status.UNPROVEN, leak),
                        Fixture.item("cache-ready", Status.FAILED, leak)),
                Statements.NONE,
                Fixture.CLOCK);

        writer.write(verdict, folder.resolve("leaky"));
        Path sample = written("sample");

        List<Path> files = Stream.of(folder.resolve("leaky"), sample)
                .flatMap(ReportWriterTest::files)
                .toList();
        assertThat(files).hasSizeGreaterThan(20).allSatisfy(file -> assertThat(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain(Fixture.SECRET));
        assertThat(folder.resolve("leaky/index.html")).content().contains("login as shop:*** refused");
    }

    private static Stream<Path> files(Path report) {
        try (Stream<Path> all = Files.walk(report)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
