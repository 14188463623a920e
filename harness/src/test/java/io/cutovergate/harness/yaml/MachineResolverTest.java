package io.cutovergate.harness.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs sh")
class MachineResolverTest {

    private final Path folder;
    private final MachineResolver resolver = new MachineResolver(Map.of("GREETING", "hello"), Duration.ofSeconds(20));

    MachineResolverTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void knowsTheVariablesItWasGiven() {
        assertThat(resolver.env("GREETING")).isEqualTo("hello");
        assertThat(resolver.env("HOME")).isNull();
    }

    @Test
    void readsFiles() throws IOException {
        assertThat(resolver.file(Files.writeString(folder.resolve("f"), "text\n")))
                .isEqualTo("text\n");
        assertThatIOException()
                .isThrownBy(() -> resolver.file(Files.write(folder.resolve("large"), new byte[(1 << 20) + 1])))
                .withMessage("larger than 1MiB");
    }

    @Test
    void runsACommandOnceInTheFolderOfItsFile() throws IOException {
        List<String> argv = List.of("sh", "-c", "echo $GREETING; echo run >> runs");
        assertThat(resolver.command(argv, folder)).contains("hello\n");
        assertThat(resolver.command(argv, folder)).contains("hello\n");
        assertThat(folder.resolve("runs")).hasContent("run\n");
    }

    @Test
    void aFailedCommandSaysWhy() {
        assertThatIOException()
                .isThrownBy(() -> resolver.command(List.of("sh", "-c", "echo no account >&2; exit 3"), folder))
                .withMessage("exit status 3: no account");
        assertThatIOException()
                .isThrownBy(() -> resolver.command(List.of("no-such-command"), folder))
                .withMessageContaining("no-such-command");
    }

    @Test
    void aCommandIsStoppedWithItsChildrenAfterTheDeadline() {
        MachineResolver impatient = new MachineResolver(Map.of(), Duration.ofMillis(200));
        assertThatIOException()
                .isThrownBy(() -> impatient.command(List.of("sh", "-c", "sleep 61.7 & sleep 61.7; true"), folder))
                .withMessage("did not end within 200ms");
        // A killed process stays in sight until the kernel is done with it; a spared one would sleep for a minute.
        assertThat(ProcessHandle.current().descendants().map(ProcessHandle::onExit))
                .allSatisfy(end -> assertThat(end).succeedsWithin(Duration.ofSeconds(10)));
    }
}
