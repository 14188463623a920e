package io.cutovergate.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.ClaimRegister;
import io.cutovergate.reports.document.Program;
import io.cutovergate.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes the sample; {@code -Dsample=DIR} keeps it for a look. */
class SampleReportTest {

    @Test
    void writesEveryPart(@TempDir Path folder) throws IOException {
        Migration migration = Fixture.migration(folder);
        Verdict verdict = Verdict.of(
                SampleRun.of(migration, folder.resolve("seen")), SampleRun.statements(migration), Fixture.CLOCK);
        Program program = Program.of("0.1.0", ChecklistItem.ours(), ClaimRegister.ours());
        Path report =
                Path.of(System.getProperty("sample", folder.resolve("report").toString()));

        new ReportWriter(program, () -> "0011223344556677").write(verdict, report);

        assertThat(report.resolve("index.html")).content().contains("NO-GO");
        assertThat(report).isDirectoryContaining("glob:**verdict.json");
    }
}
