package io.cutovergate.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.Route;
import io.cutovergate.harness.Side;
import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.probe.dns.Names;
import io.cutovergate.probe.dns.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source is production: what may be loaded, and what may not. */
class PreflightTest {

    private static final Host API = new Host("api.localhost", 8443);
    private static final Vantage TARGET = new Vantage(Side.TARGET, Route.PUBLIC_NAME);
    private static final Vantage SOURCE = new Vantage(Side.SOURCE, Route.ENTRY);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theTargetIsLoaded() throws IOException {
        assertThat(preflight("127.0.0.9:8443", "refused").place(API, TARGET).where())
                .isEqualTo("127.0.0.1:8443");
    }

    @Test
    void theSourceIsNot() {
        assertThatThrownBy(() -> preflight("127.0.0.1:8443", "refused").place(API, SOURCE))
                .isInstanceOf(Unexamined.class)
                .hasMessage("the source is not loaded unless the environment file says load.source: allowed");
    }

    @Test
    void aNameThatStillMeansTheSourceIsNot() {
        assertThatThrownBy(() -> preflight("127.0.0.1:8443", "refused").place(API, TARGET))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("api.localhost:8443 means the source now (127.0.0.1:8443)");
    }

    @Test
    void whatTheFileAllowsIs() throws IOException {
        Preflight allowed = preflight("127.0.0.1:8443", "allowed");

        assertThat(allowed.place(API, SOURCE).where()).isEqualTo("127.0.0.1:8443");
        assertThat(allowed.place(API, TARGET).where()).isEqualTo("127.0.0.1:8443");
    }

    private Preflight preflight(String entry, String consent) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), "{ format: 1, name: fixture }");
        Path file = Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: test
                public: { hosts: { api: "api.localhost:8443" } }
                source: { name: there, entry: "%s" }
                target: { name: here }
                load: { source: %s }
                """.formatted(entry, consent));
        Problems problems = new Problems();
        Migration migration = MigrationFiles.read(file, new MachineResolver(Map.of()), problems)
                .migration();
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
        return new Preflight(migration, new Places(migration, Names.of(List.of("127.0.0.1"))));
    }
}
