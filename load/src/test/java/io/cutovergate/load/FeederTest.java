package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.load.injector.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeederTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void valuesMayBeQuoted() {
        assertThat(Feeder.parse("id,name\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,\r\n\n"))
                .containsExactly(List.of("id", "name"), List.of("1", "a, \"b\"\nc"), List.of("2", ""));
    }

    @Test
    void onlyColumnsAreFilledIn() {
        assertThat(Template.fill("/p/{id}?q={other}&b={\"a\":1}", Map.of("id", "$1")))
                .isEqualTo("/p/$1?q={other}&b={\"a\":1}");
    }

    @Test
    void eachArrivalTakesTheNextRow() throws Exception {
        Files.writeString(folder.resolve("rows.csv"), "delay\n0\n1\n2\n");
        OwnCertificate certificate = OwnCertificate.of("api.localhost", folder);
        try (Service service = new Service(certificate, folder.resolve("down"))) {
            ObligationResult errors = judged(service.port(), certificate.pem(), "/fast?row={delay}");

            assertThat(errors.status()).as(errors.cause()).isEqualTo(Status.PROVEN);
            assertThat(service.queries()).containsExactlyInAnyOrder("row=0", "row=1", "row=2");
        }
    }

    @Test
    void aColumnThatIsNotThereProvesNothing() throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "delay\n0\n");

        ObligationResult errors = judged(1, folder.resolve("rows.csv"), "/fast?row={row}");

        assertThat(errors.status()).isEqualTo(Status.UNPROVEN);
        assertThat(errors.cause()).contains("rows.csv (scenarios.fed.feeder) has no column row, which /fast?row={row}");
    }

    private ObligationResult judged(int port, Path authority, String path) throws IOException {
        return Gated.run(
                        PerformanceChecks.class,
                        folder,
                        """
                        format: 1
                        application: app.yaml
                        environment: test
                        public: { hosts: { api: "api.localhost:%d" }%s }
                        source: { name: there }
                        target: { name: here }
                        load: { peak: 20/s, margin: 1, warm-up: 1s, for: 2s }
                        limits: { performance-under-load: { p95: 9s, achieved: 10%%, min-samples: 10, injector: { lag: 60s, cpu: 100%%, gc: 100%% } } }
                        """.formatted(port, port == 1 ? "" : ", tls: { ca: [" + authority + "] }"),
                        """
                        format: 1
                        name: fixture
                        services: { api: { host: api, health: { live: /fast } } }
                        scenarios: { fed: { service: api, feeder: rows.csv, requests: [ { get: "%s" } ] } }
                        """.formatted(path))
                .of("errors-stay-within-limit", "fed");
    }
}
