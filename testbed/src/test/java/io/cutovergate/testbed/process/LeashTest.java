package io.cutovergate.testbed.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program on a leash ends with whoever holds it. */
class LeashTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path temporary;

    private Path home;

    @BeforeEach
    void home() throws IOException {
        home = Files.createDirectory(temporary.resolve("home"));
        Files.writeString(home.resolve("file"), "content");
    }

    @Test
    void endOfThePipeKillsTheProgramAndRemovesItsDirectory() throws IOException {
        Child child = start("sleep", "60");
        ProcessHandle program = ProcessHandle.of(child.pid()).orElseThrow();
        assertThat(program.isAlive()).isTrue();

        child.release();
        child.await();

        Awaitility.await().atMost(SOON).until(() -> !program.isAlive());
        assertThat(home).doesNotExist();
    }

    @Test
    void aKilledProgramLeavesItsDirectory() throws IOException {
        Child child = start("sleep", "60");

        child.kill();

        assertThat(child.alive()).isFalse();
        assertThat(home.resolve("file")).exists();
    }

    @Test
    void aProgramThatEndsEndsItsLeash() throws IOException {
        Child child = start("sh", "-c", "echo said");

        child.await();

        assertThat(child.alive()).isFalse();
        assertThat(temporary.resolve("log")).hasContent("said");
        assertThat(temporary.resolve("pid")).hasContent(Long.toString(child.pid()));
    }

    private Child start(String... program) throws IOException {
        Leash leash = Leash.of(home, "KILL", List.of(), List.of(program));
        return Child.leashed(leash.builder(temporary.resolve("log")), "KILL", temporary.resolve("pid"));
    }
}
