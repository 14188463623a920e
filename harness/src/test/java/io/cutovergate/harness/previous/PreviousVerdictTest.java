package io.cutovergate.harness.previous;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.evidence.Sample;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an earlier verdict tells, and every way in which a file is none. */
class PreviousVerdictTest {

    private static final String VERDICT = """
            {"format": 1, "decision": "GO", "application": "shop", "environment": "staging", "gate": "staging",
             "release": {"backend": "sha256:1"}, "finished": "2026-11-20T14:03:12.345Z",
             "items": [{"id": "data-integrity", "claims": [{"id": "data-integrity/schema-is-the-same", "obligations": [
               {"subject": "main at target", "status": "proven", "samples": [
                 {"name": "digest of tables", "subject": "main at source", "value": "abc", "rule": "none",
                  "key": "kept for changes-frozen", "held": true, "detail": "17 tables"}]}]}]}]}
            """;

    @TempDir
    private Path folder;

    private PreviousVerdict read(String verdict) throws IOException {
        Files.writeString(folder.resolve("verdict.json"), verdict);
        return PreviousVerdict.of(Gate.STAGING, migration("previous: { staging: verdict.json }"));
    }

    private Migration migration(String previous) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), "{ format: 1, name: shop }");
        Path file = Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: production
                public: { hosts: { } }
                target: { name: new }
                %s
                """.formatted(previous));
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(file, new MachineResolver(Map.of()), problems);
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
        return files.migration();
    }

    @Test
    void tellsWhatWasSeen() throws IOException {
        PreviousVerdict staging = read(VERDICT);

        assertThat(staging.release()).containsExactly(Map.entry("backend", "sha256:1"));
        assertThat(staging.decision()).isEqualTo("GO");
        assertThat(staging.sample("data-integrity/schema-is-the-same", "digest of tables", "main at source"))
                .isEqualTo(new Sample(
                        "digest of tables",
                        "main at source",
                        "abc",
                        "none",
                        "kept for changes-frozen",
                        true,
                        "17 tables"));
        assertThat(staging)
                .hasToString("the staging verdict of 2026-11-20 14:03 UTC (" + folder.resolve("verdict.json") + ")");
    }

    @Test
    void saysWhichFigureIsNotTold() throws IOException {
        PreviousVerdict staging = read(VERDICT);

        assertThatExceptionOfType(Unexamined.class)
                .isThrownBy(
                        () -> staging.sample("data-integrity/schema-is-the-same", "digest of views", "main at source"))
                .withMessageContaining("does not tell 'digest of views' of main at source");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"format\": 1            | \"format\": 2              | has the format 2; this version reads format 1",
                "\"gate\": \"staging\"    | \"gate\": \"dev\"          | is a verdict of the gate dev",
                "\"application\": \"shop\"| \"application\": \"other\" | is of the application other, not of shop",
                "\"decision\": \"GO\",    | ~~                         | is no verdict: 'decision' is missing",
                "14:03:12.345Z            | noon                       | does not say when it ended",
                "\"items\": [             | \"items\":                 | is no JSON",
            })
    void refusesWhatIsNoVerdictOfThis(String part, String other, String cause) throws IOException {
        String broken = VERDICT.replace(part, other);
        assertThat(broken).isNotEqualTo(VERDICT);

        assertThatExceptionOfType(Unexamined.class)
                .isThrownBy(() -> read(broken))
                .withMessageContaining("(previous.staging)")
                .withMessageContaining(cause);
    }

    @Test
    void saysThatThereIsNone() throws IOException {
        Migration unnamed = migration("");
        Migration missing = migration("previous: { staging: nowhere.json }");

        assertThatExceptionOfType(Unexamined.class)
                .isThrownBy(() -> PreviousVerdict.of(Gate.STAGING, unnamed))
                .withMessageContaining("previous.staging is not configured");
        assertThatExceptionOfType(Unexamined.class)
                .isThrownBy(() -> PreviousVerdict.of(Gate.STAGING, missing))
                .withMessageContaining("nowhere.json (previous.staging) does not exist");
    }
}
