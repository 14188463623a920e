package io.cutovergate.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.evidence.Attachment;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.Status;
import io.cutovergate.integrity.server.Databases;
import io.cutovergate.integrity.server.Servers;
import io.cutovergate.integrity.server.ServersExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The claim of data-migration-completes, judged on real commands; those with a database need PostgreSQL's client programs. */
@ExtendWith(ServersExtension.class)
class DataMigrationTest {

    private static final Path SCRIPTS =
            Path.of("../examples/migrate").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    private final Servers servers;

    DataMigrationTest(Servers servers) {
        this.servers = servers;
    }

    @Test
    void aCommandThatEndsWithZeroIsProven() throws IOException {
        ObligationResult result = judge("[ sh, -c, \"echo $WHAT && test -f env.yaml\" ]", "variables: { WHAT: moved }");

        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
        assertThat(output(result)).contains("moved");
    }

    @Test
    void aStatusFailsWithTheEndOfTheOutput() throws IOException {
        ObligationResult result = judge("[ sh, -c, \"echo no more space; exit 3\" ]", "");

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .contains("status of the migration command of data migration at target is 3; rule: exactly 0"
                        + " (integrity.migrate.run)")
                .contains("it wrote: no more space");
    }

    @Test
    void whatPostgresQuotesOfRowsIsLeftOut() throws IOException {
        ObligationResult result = judge(
                "[ sh, -c, \"echo 'ERROR:  no'; echo 'DETAIL:  Key (email)=(ada@shop.test)';"
                        + " echo 'CONTEXT:  COPY people, line 7: ada'; exit 1\" ]",
                "");

        assertThat(result.cause())
                .contains("DETAIL: (left out: it may quote a row) CONTEXT: COPY people, line 7 (left out")
                .doesNotContain("ada");
        assertThat(output(result)).doesNotContain("line 7: ada\n", "(ada@shop.test)\n");
    }

    @Test
    void whatExceedsItsTimeFailsAndIsStoppedWithAllThatItStarted() throws IOException {
        Path script = script("""
                #!/usr/bin/env bash
                trap 'echo cleaned up' EXIT
                trap 'exit 143' TERM
                sh -c 'trap "" TERM; echo $$ > deaf.pid; while :; do sleep 1; done' &
                while [ ! -s deaf.pid ]; do sleep 0.05; done
                echo begun
                wait
                """);

        ObligationResult result = judge("[ \"" + script + "\" ]", "within: 1s");

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause())
                .contains("duration of data migration at target is 1", "rule: at most 1s (integrity.migrate.within)")
                .contains("it wrote: begun cleaned up");
        long pid = Long.parseLong(Files.readString(folder.resolve("deaf.pid")).strip());
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !runs(pid));
    }

    @Test
    void aPipeThatHidesFailuresIsNotRun() throws IOException {
        ObligationResult result = judge("[ sh, -c, \"touch ran; pg_dump shop | psql new\" ]", "");

        assertThat(result.status()).isEqualTo(Status.UNPROVEN);
        assertThat(result.cause())
                .contains("was not run: the command that sh -c is given pipes without pipefail", "set -euo pipefail");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void aMissingProgramProvesNothing() throws IOException {
        assertThat(judge("[ sh, -c, gate-has-no-such-program ]", "").cause())
                .contains("could not run a program (status 127)");
        ObligationResult absent = judge("[ ./absent.sh ]", "");
        assertThat(absent.status()).isEqualTo(Status.UNPROVEN);
        assertThat(absent.cause()).contains("cannot be run", "absent.sh");
    }

    @Test
    void atTheCutoverItEndsInsideTheWindow() throws IOException {
        String slow = "{ run: [ sleep, \"0.3\" ], within: 20s }";
        String window = "cutover: { window: 100ms, steps: [ { id: freeze, run: [ \"true\" ] } ] }";

        assertThat(judge(Gate.CUTOVER, slow, window).cause()).contains("rule: at most 100ms (cutover.window)");
        assertThat(judge(Gate.STAGING, slow, window).status()).isEqualTo(Status.PROVEN);
    }

    @Test
    void withoutACommandItIsUnprovenWithThatCause() throws IOException {
        Gated gated = Gated.run(Gate.STAGING, MigrationChecks.class, folder, "{ }", SIDES);

        assertThat(gated.obligations()).isEmpty();
        assertThat(gated.result().toString()).contains("integrity.migrate is not configured");
    }

    @Test
    void theDataIsComparedAfterIt() throws IOException {
        Migration migration = Gated.run(
                        Gate.STAGING,
                        MigrationChecks.class,
                        folder,
                        "{ }",
                        SIDES,
                        "integrity: { migrate: { run: [ \"true\" ] } }")
                .result()
                .plan()
                .migration();
        List<Class<?>> checks = List.of(RowChecks.class, MigrationChecks.class);
        Planner planner = new Planner(
                checks.stream()
                        .map(type -> ChecklistItem.of(ClaimReader.item(type).orElseThrow()))
                        .toList(),
                checks.stream()
                        .flatMap(type -> ClaimReader.claims(type).stream())
                        .toList(),
                getClass().getClassLoader());

        assertThat(waves(planner.plan(Gate.STAGING, migration, Narrowing.NONE)))
                .containsOnly(entry("data-migration-completes", 0), entry("data-integrity", 1));
        assertThat(waves(planner.plan(Gate.STAGING, migration, new Narrowing(Set.of(), Set.of("data-integrity")))))
                .containsOnly(entry("data-integrity", 0));
    }

    private static Map<String, Integer> waves(Plan plan) {
        return plan.obligations().stream()
                .collect(Collectors.toMap(obligation -> obligation.claim().item(), plan::wave));
    }

    @Test
    void theExampleMigratesIntoADatabaseOfItsOwn() throws Exception {
        Databases databases = database();

        ObligationResult result = judge("[ \"" + SCRIPTS.resolve("migrate.sh") + "\" ]", rehearsal(databases));

        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
        assertThat(output(result)).contains("import of ", " done");
    }

    @Test
    void theExampleFailsWhereTheTargetDoesNotTakeWhatTheSourceHas() throws Exception {
        Databases databases = database();
        databases.source("create role gate_of_source_only", "alter table people owner to gate_of_source_only");
        databases.target("drop table people");
        Path script = script("""
                #!/usr/bin/env bash
                set -euo pipefail
                %1$s/export.sh dump
                %1$s/import.sh dump
                """.formatted(SCRIPTS));

        ObligationResult result = judge(
                "[ \"" + script + "\" ]",
                "variables: { SOURCE_DB: \"" + databases.sourceUrl() + "\", TARGET_DB: \"" + databases.targetUrl()
                        + "\" }");

        assertThat(result.status()).isEqualTo(Status.FAILED);
        assertThat(result.cause()).contains("role \"gate_of_source_only\" does not exist");
    }

    private Databases database() throws SQLException {
        return servers.create(
                "create table people (id int primary key, email text)",
                "insert into people select n, n || '@shop.test' from generate_series(1, 500) n");
    }

    private String rehearsal(Databases databases) {
        return "variables: { SOURCE_DB: \"" + databases.sourceUrl() + "\", TARGET_DB: \""
                + servers.target().url("postgres")
                + "\", REHEARSAL: people_rehearsal, VERIFY: \"off\", JOBS: \"2\" }";
    }

    private static final String SIDES = """
            source: { name: old, databases: { main: { url: "postgresql://u@127.0.0.1:1/x" } } }
            target: { name: new, databases: { main: { url: "postgresql://u@127.0.0.1:1/x" } } }
            """;

    private ObligationResult judge(String run, String keys) throws IOException {
        return judge(Gate.STAGING, "{ run: " + run + (keys.isEmpty() ? "" : ", " + keys) + " }", "");
    }

    private ObligationResult judge(Gate gate, String migrate, String section) throws IOException {
        return Gated.run(
                        gate,
                        MigrationChecks.class,
                        folder,
                        "{ }",
                        SIDES,
                        "integrity: { migrate: " + migrate + " }",
                        section)
                .only();
    }

    private Path script(String text) throws IOException {
        Path script = Files.writeString(folder.resolve("migrate.sh"), text);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String output(ObligationResult result) throws IOException {
        Optional<Attachment> attachment =
                result.recorded().attachments().stream().findFirst();
        return Files.readString(attachment.orElseThrow().file());
    }

    /** A process that has ended and that nobody has asked of yet does not run either. */
    private static boolean runs(long pid) throws IOException {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)
                && !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
    }
}
