package io.cutovergate.reports.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.yaml.Problem;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.reports.Fixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private Statements read() {
        return Statements.read(Fixture.migration(folder), ChecklistItem.ours(), problems);
    }

    @Test
    void readsBothFiles() throws IOException {
        Files.writeString(folder.resolve("signoffs.yaml"), """
                format: 1
                sign-offs:
                  - item: team-walkthrough-done
                    gate: staging
                    environment: staging
                    release: { backend: "1" }
                    by: Jo
                    on: 2026-11-20
                    statement: done
                """);
        Files.writeString(folder.resolve("waivers.yaml"), """
                format: 1
                waivers:
                  - { item: cache-ready, gate: pre-cutover, environment: production, why: w, owner: Kim, until: 2026-12-01 }
                """);

        Statements statements = read();

        assertThat(problems.list()).isEmpty();
        assertThat(statements.signOffs()).extracting(SignOff::by).containsExactly("Jo");
        assertThat(statements.waivers())
                .containsExactly(new Waiver(
                        "cache-ready", Gate.PRE_CUTOVER, "production", "w", "Kim", LocalDate.of(2026, 12, 1)));
    }

    @Test
    void findsNothingInFilesThatAreNotThereYet() {
        Statements statements = read();

        assertThat(problems.list()).isEmpty();
        assertThat(statements.signOffs()).isEmpty();
        assertThat(statements.waivers()).isEmpty();
        assertThat(statements.signOffFile()).isEqualTo(folder.resolve("signoffs.yaml"));
    }

    @Test
    void refusesStatementsAboutWhatCannotHaveThem() throws IOException {
        String rest = ", gate: staging, environment: staging, ";
        Files.writeString(
                folder.resolve("signoffs.yaml"),
                "format: 1\nsign-offs:\n"
                        + "  - { item: cache-ready" + rest + "release: {}, by: Jo, on: 2026-11-20, statement: s }\n"
                        + "  - { item: no-such-item" + rest + "release: {}, by: Jo, on: 2026-11-20, statement: s }\n");
        Files.writeString(
                folder.resolve("waivers.yaml"),
                "format: 1\nwaivers:\n"
                        + "  - { item: data-integrity" + rest + "why: w, owner: Kim, until: 2026-12-01 }\n"
                        + "  - { item: no-write-lost" + rest + "why: w, owner: Kim, until: 2026-12-01 }\n"
                        + "  - { item: rollback-in-time" + rest + "why: w, owner: Kim, until: 2026-12-01 }\n"
                        + "  - { item: cash-ready" + rest + "why: w, owner: Kim, until: 2026-12-01 }\n");

        read();

        assertThat(problems.list())
                .extracting(StatementsTest::text)
                .containsExactly(
                        "signoffs.yaml:3 cache-ready is measured, it cannot be signed",
                        "signoffs.yaml:4 there is no item no-such-item",
                        "waivers.yaml:3 data-integrity can never be waived",
                        "waivers.yaml:4 no-write-lost can never be waived",
                        "waivers.yaml:5 rollback-in-time can never be waived",
                        "waivers.yaml:6 there is no item cash-ready");
    }

    @Test
    void takesNothingFromTheEnvironment() throws IOException {
        Files.writeString(
                folder.resolve("waivers.yaml"),
                "format: 1\nwaivers:\n"
                        + "  - { item: cache-ready, gate: staging, environment: staging, why: \"${env:HOME}\", owner: Kim, "
                        + "until: 2026-12-01 }\n");

        read();

        assertThat(problems.list()).hasSize(1);
    }

    private static String text(Problem problem) {
        return Path.of(problem.file()).getFileName() + ":" + problem.line() + " " + problem.message();
    }
}
