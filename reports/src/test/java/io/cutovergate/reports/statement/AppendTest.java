package io.cutovergate.reports.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.harness.yaml.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendTest {

    private static final SignOff SIGN_OFF = new SignOff(
            "team-walkthrough-done",
            Gate.STAGING,
            "staging",
            Map.of("backend", "sha256:1"),
            "Jo \"the\" Smith",
            LocalDate.of(2026, 11, 20),
            null,
            "line one\nline two: # no comment, ${env:HOME} stays");

    @TempDir
    private Path folder;

    private List<SignOff> read(Path file) {
        Problems problems = new Problems();
        List<SignOff> read = SignOffs.read(file, ChecklistItem.ours(), new Secrets(), problems);
        assertThat(problems.list()).isEmpty();
        return read;
    }

    @Test
    void makesTheFileAndAddsToIt() throws IOException {
        Path file = folder.resolve("new/signoffs.yaml");

        SignOffs.append(file, SIGN_OFF);
        SignOffs.append(file, SIGN_OFF);

        assertThat(read(file)).containsExactly(SIGN_OFF, SIGN_OFF);
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.new");
        assertThat(file)
                .content()
                .startsWith("format: 1\nsign-offs:\n  - item: team-walkthrough-done\n    gate: staging\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# ours\nformat: 1 # the first\n\nsign-offs:\n",
                "format: 1\nsign-offs: []\n",
                "format: 1",
                "format: 1\n# by hand\nsign-offs:\n- item: team-walkthrough-done\n  gate: dev\n  environment: dev\n"
                        + "  release: {}\n  by: Kim # a comment\n  on: 2026-01-01\n  statement: s",
            })
    void keepsWhatStandsThere(String before) throws IOException {
        Path file = Files.writeString(folder.resolve("signoffs.yaml"), before);

        SignOffs.append(file, SIGN_OFF);

        assertThat(file).content().startsWith(before.replace(" []", "").stripTrailing());
        assertThat(read(file)).endsWith(SIGN_OFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign-offs:\nformat: 1\n",
                "format: 1\nsign-offs: [ { item: team-walkthrough-done, gate: dev, environment: dev, release: {}, "
                        + "by: Kim, on: 2026-01-01, statement: s } ]\n",
            })
    void leavesAFormThatItCannotAddTo(String before) throws IOException {
        Path file = Files.writeString(folder.resolve("signoffs.yaml"), before);

        assertThatIOException()
                .isThrownBy(() -> SignOffs.append(file, SIGN_OFF))
                .withMessageContaining("Add this yourself:\n  - item: team-walkthrough-done");

        assertThat(file).content().isEqualTo(before);
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void addsWaiversToo() throws IOException {
        Path file = folder.resolve("waivers.yaml");
        Waiver waiver =
                new Waiver("cache-ready", Gate.STAGING, "staging", "next week", "Kim", LocalDate.of(2026, 12, 1));

        Waivers.append(file, waiver);

        assertThat(Waivers.read(file, ChecklistItem.ours(), new Secrets(), new Problems()))
                .containsExactly(waiver);
    }
}
