package io.cutovergate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left when the gate, the driver or somebody else ends the leash: nothing. */
@DisabledOnOs(OS.WINDOWS)
@SuppressWarnings("NullAway.Init")
class LeashTest {

    @TempDir
    Path temporary;

    private Path folder;
    private Process leash;
    private ProcessHandle driver;

    @BeforeEach
    void start() throws Exception {
        folder = Files.createDirectory(temporary.resolve("browser"));
        Files.createDirectory(folder.resolve("profile"));
        Path script = Path.of(Objects.requireNonNull(BrowserProcess.class.getResource("leash.sh"))
                .toURI());
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString(), "600");
        builder.environment().put("GATE_DRIVER", "sleep");
        builder.environment().put("GATE_FOLDER", folder.toString());
        leash = builder.start();
        Awaitility.await().atMost(5, TimeUnit.SECONDS).until(() -> leash.descendants()
                .anyMatch(process -> process.info().command().orElse("").endsWith("sleep")));
        driver = leash.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("sleep"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theEndOfTheGateEndsAll() throws Exception {
        leash.getInputStream().close();
        leash.getErrorStream().close();
        leash.getOutputStream().close();

        assertNothingIsLeft();
    }

    @Test
    void theEndOfTheDriverEndsAll() throws Exception {
        driver.destroyForcibly();

        assertNothingIsLeft();
    }

    @Test
    void beingAskedToEndEndsAll() throws Exception {
        leash.toHandle().destroy();

        assertNothingIsLeft();
    }

    @Test
    void anInterruptAtTheTerminalEndsAll() throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(leash.pid())).start().waitFor();

        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() throws InterruptedException {
        assertThat(leash.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(driver.isAlive()).isFalse();
        assertThat(folder).doesNotExist();
    }
}
