package io.cutovergate.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.run.Style;
import io.cutovergate.reports.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalSummaryTest {

    @Test
    void tellsWhatStandsInTheWay(@TempDir Path folder) throws IOException {
        Migration migration = Fixture.migration(folder);
        Verdict verdict = Verdict.of(
                SampleRun.of(migration, folder.resolve("seen")), SampleRun.statements(migration), Fixture.CLOCK);

        assertThat(String.join("\n", TerminalSummary.lines(verdict, Path.of("reports/one"), Style.PLAIN)))
                .isEqualTo("""
                        NO-GO: 1 failed, 4 unproven, 1 inconclusive, 1 waived, 4 proven, 1 signed, 2 not applicable, 1 claim not applicable
                          failed        ssl-certificates-valid  TLS certificates are valid
                                        days left of api.shop.example at target is 5; rule: at least 21 (public.tls.min-days-left); valid until 2026-11-27
                          unproven      services-deployed  Services are deployed
                                        backend at target: nobody answered https://api.shop.example/health/ready within 60s: connection refused
                          unproven      api-responds  The API responds
                                        blocked by services-deployed
                          unproven      background-jobs-execute  Background jobs execute
                                        blocked by services-deployed
                          unproven      infrastructure-matches  The infrastructure matches
                                        no check of it is built yet
                          inconclusive  performance-under-load  Performance holds under load
                                        requests of browse at target is 412; rule: at least 1000 (load.samples); warm-up left out
                          waived        monitoring-and-logging  Monitoring and logging work
                                        backend at target: https://metrics.shop.example/metrics answered 503
                                        waived until 2026-12-15: the alert route follows with the new provider (Kim Lee)
                        Not compared, by declaration: 2 live tables, 1 excluded table.
                        Report: reports/one/index.html""");
    }
}
