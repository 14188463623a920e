package io.cutovergate.testbed.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cutovergate.testbed.JavaCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(WithDatabases.class)
class ProcessTest {

    private final TestServer server;

    ProcessTest(TestServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(classes = {Backend.class, Worker.class})
    void endsWhenItsStandardInputDoes(Class<?> main, @TempDir Path directory) throws Exception {
        Path log = directory.resolve("log");
        Process process = start(main, log, directory);
        try {
            awaitStarted(process, log);

            process.getOutputStream().close();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Class<?> main, Path log, Path directory) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(main.getName(), "96m"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile());
        builder.environment().putAll(TestServer.settings("SHOP_DB", server.seeded()));
        builder.environment()
                .putAll(Map.of(
                        "SHOP_PORT", "0",
                        "SHOP_INSTANCE", "test-1",
                        "SHOP_DIGEST", "sha256:1234",
                        "SHOP_LOG", log.toString(),
                        "SHOP_AUTH", "off",
                        "SHOP_MAIL", "127.0.0.1:1"));
        return builder.start();
    }

    private static void awaitStarted(Process process, Path log) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(process.isAlive()).isTrue();
            assertThat(log).exists();
            assertThat(Files.readString(log)).contains("\"event\":\"started\"");
        });
    }
}
