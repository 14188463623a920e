package io.cutovergate.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.reports.document.Program;
import io.cutovergate.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {

    @Test
    void writesATestForEachObligationAndForEachItemWithoutOne(@TempDir Path folder) throws IOException {
        Migration migration = Fixture.migration(folder);
        Verdict verdict = Verdict.of(
                SampleRun.of(migration, folder.resolve("seen")), SampleRun.statements(migration), Fixture.CLOCK);
        new ReportWriter(new Program("0", "0")).write(verdict, folder.resolve("report"));
        Path results = folder.resolve("report/allure-results");

        List<JsonNode> tests = tests(results);

        assertThat(tests)
                .extracting(test -> test.get("status").asText())
                .containsOnly("passed", "failed", "broken", "skipped");
        assertThat(tests).hasSize(16);
        JsonNode failed = named(
                tests,
                "the certificate stays valid for at least the configured number of days: "
                        + "api.shop.example at target");
        assertThat(failed.at("/status").asText()).isEqualTo("failed");
        assertThat(failed.at("/statusDetails/message").asText()).contains("rule: at least 21");
        assertThat(failed.at("/steps/0/name").asText())
                .isEqualTo("days left of api.shop.example at target: 5 (at least 21, public.tls.min-days-left)");
        assertThat(failed.at("/labels").findValuesAsText("value")).contains("staging", "TLS certificates are valid");
        JsonNode page = named(tests, "every page shows its landmarks without an error: / of www at target");
        assertThat(page.get("attachments").findValuesAsText("source"))
                .hasSize(2)
                .allSatisfy(source -> assertThat(results.resolve(source)).isNotEmptyFile());
    }

    private static JsonNode named(List<JsonNode> tests, String name) {
        return tests.stream()
                .filter(test -> test.get("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> tests(Path results) throws IOException {
        List<JsonNode> tests = new ArrayList<>();
        try (var files = Files.newDirectoryStream(results, "*-result.json")) {
            for (Path file : files) {
                tests.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        return tests;
    }
}
