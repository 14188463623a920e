package io.cutovergate.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cutovergate.harness.evidence.Unexamined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ChromiumTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void browserAndDriverAreFoundOnThePath() throws IOException {
        Path browser = program("google-chrome");
        Path driver = program("chromedriver");

        assertThat(Chromium.find("/nowhere::" + folder)).isEqualTo(new Chromium(browser, driver));
    }

    @Test
    void whatIsMissingIsSaidWithWhatToInstall() throws IOException {
        assertThatThrownBy(() -> Chromium.find(folder.toString()))
                .isInstanceOf(Unexamined.class)
                .hasMessageContaining("there is no Chromium on the PATH")
                .hasMessageContaining("scripts/install-browser");

        program("chromium");
        assertThatThrownBy(() -> Chromium.find(folder.toString()))
                .hasMessageContaining("there is no chromedriver on the PATH");
    }

    private Path program(String name) throws IOException {
        return Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
