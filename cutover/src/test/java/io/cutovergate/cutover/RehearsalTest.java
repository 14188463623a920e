package io.cutovergate.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.cutover.conduct.Conductor;
import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.conduct.Judge;
import io.cutovergate.cutover.conduct.Script;
import io.cutovergate.cutover.conduct.Voice;
import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.evidence.Sha256;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.run.GateRun;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.RunListener;
import io.cutovergate.harness.run.Status;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The claims of rollback-rehearsed: steps are real commands, conducted once in staging and held against other files. */
class RehearsalTest {

    private static final String STEPS = "{ id: close, run: [scripts/close.sh, %1$s] },"
            + " { id: switch-back, run: [sh, scripts/switch.sh, %1$s] },"
            + " { id: reopen, run: [sh, -c, \"exit 0\", %1$s] }";
    private static final String FLOW_BACK = ", { id: flow-back, run: [scripts/close.sh] }";

    @TempDir
    private Path folder;

    @BeforeEach
    void rehearse() throws IOException {
        Files.createDirectory(folder.resolve("scripts"));
        Files.createDirectory(folder.resolve("lib"));
        script("scripts/close.sh", "exit 0\n");
        script("scripts/switch.sh", "exit 0\n");
        script("lib/dns.sh", "exit 0\n");
        Files.writeString(folder.resolve("rollback.md"), "close, flow-back, then switch-back and reopen\n");
        Files.writeString(folder.resolve("app.yaml"), """
                format: 1
                name: shop
                services: { backend: { host: api, health: { ready: /ready } } }
                watch: { reads: { home: { service: backend, request: { get: / } } } }
                """);
        MigrationFiles files = files("staging", STEPS.formatted("staging"), "");
        Path conducted = Files.createDirectory(folder.resolve("conducted"));
        Conductor.End end = new Conductor(
                        Script.of(files.migration(), Gate.ROLLBACK),
                        Journal.open(conducted, Clock.systemUTC()),
                        new NoJudge(),
                        Voice.SILENT,
                        Clock.systemUTC())
                .run("jo");
        assertThat(end).isEqualTo(Conductor.End.DONE);
        Files.createDirectories(folder.resolve("rehearsal/evidence"));
        Files.copy(conducted.resolve(Journal.NAME), journal());
        verdict("staging", Duration.ofDays(1), "proven", "250123ms (4.2m)");
    }

    @Test
    void whatWasRehearsedIsProvenWhereArgumentsDiffer() throws IOException {
        for (Class<?> checks : List.of(RunbookChecks.class, RehearsalChecks.class, RehearsedStepsChecks.class)) {
            proven(judge(checks, STEPS.formatted("production"), ""));
        }
        assertThat(judge(RehearsalChecks.class, STEPS.formatted("production"), "")
                        .recorded()
                        .samples())
                .anySatisfy(sample -> {
                    assertThat(sample.value()).startsWith("250123ms");
                    assertThat(sample.rule()).isEqualTo("at most 15m");
                    assertThat(sample.detail()).contains("rule there: at most 20m");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "scripts/close.sh, program of rollback.steps.close is close.sh",
        "scripts/switch.sh, program of rollback.steps.switch-back is sh, switch.sh",
        "lib/dns.sh, digest of dns.sh of rollback.scripts"
    })
    void aScriptThatWasChangedIsNotTheOneThatRan(String script, String message) throws IOException {
        script(script, "exit 1\n");

        failed(judge(RehearsedStepsChecks.class, STEPS.formatted("x"), ""), message);
    }

    @Test
    void aTextThatAnInterpreterRunsIsAScriptToo() throws IOException {
        failed(
                judge(RehearsedStepsChecks.class, STEPS.formatted("x").replace("exit 0", "exit 1"), ""),
                "program of rollback.steps.reopen is sh, text");
    }

    @Test
    void aNewFileOfTheScriptsWasNotRehearsed() throws IOException {
        script("lib/mail.sh", "exit 0\n");

        failed(
                judge(RehearsedStepsChecks.class, STEPS.formatted("x"), ""),
                "digest of mail.sh of rollback.scripts is",
                "rule: exactly none (previous.rollback)");
    }

    @Test
    void aStepMoreWasNotRehearsedUnlessThatIsDeclared() throws IOException {
        String steps = STEPS.formatted("x") + FLOW_BACK;
        String declared = "not-rehearsed: { flow-back: { why: no replication, owner: kim, until: %s } }";

        failed(
                judge(RehearsedStepsChecks.class, steps, ""),
                "steps in order of rollback.steps is close, switch-back, reopen, flow-back; rule: exactly close,"
                        + " switch-back, reopen (previous.rollback)");
        ObligationResult excused = judge(RehearsedStepsChecks.class, steps, declared.formatted("2999-12-31"));
        proven(excused);
        assertThat(excused.recorded().notes())
                .containsExactly("not rehearsed: flow-back (no replication; kim, until 2999-12-31)");
        failed(judge(RehearsedStepsChecks.class, steps, declared.formatted("2020-12-31")), "steps in order");
    }

    @Test
    void whereEverythingIsExcusedNothingIsProven() throws IOException {
        ObligationResult result = judge(
                RehearsedStepsChecks.class,
                "{ id: close, run: [scripts/close.sh] }",
                "not-rehearsed: { close: { why: x, owner: kim, until: 2999-12-31 } }");

        unproven(result, "every step is declared not rehearsed");
    }

    @Test
    void theRunbookNamesEveryStep() throws IOException {
        Files.writeString(folder.resolve("rollback.md"), "close, then switch-back-soon\n");

        failed(
                judge(RunbookChecks.class, STEPS.formatted("x"), ""),
                "mentions of the step switch-back of the runbook is 0; rule: at least 1 (rollback.steps.switch-back)",
                "mentions of the step reopen");
    }

    @Test
    void aRunbookThatWasChangedIsNotTheOneOfTheRehearsal() throws IOException {
        Files.writeString(folder.resolve("rollback.md"), "close, switch-back, reopen\n");

        failed(judge(RunbookChecks.class, STEPS.formatted("x"), ""), "digest of the runbook is");
    }

    @Test
    void aRunbookThatIsNotThereIsNone() throws IOException {
        Files.delete(folder.resolve("rollback.md"));

        failed(judge(RunbookChecks.class, STEPS.formatted("x"), ""), "is a file of", "rollback.md is false");
    }

    @ParameterizedTest
    @CsvSource({
        "production, 1, proven, 3s, environment of the rehearsal is production; rule: exactly staging",
        "staging, 15, proven, 3s, age of the rehearsal is",
        "staging, 1, failed, 3s, rollback-in-time of home at source in the rehearsal is failed",
        "staging, 1, proven, 16m, from the decision to the source alone of home over new connections",
    })
    void aRehearsalThatTellsNothingOfThisEnvironment(
            String environment, int days, String status, String took, String message) throws IOException {
        verdict(environment, Duration.ofDays(days), status, took);

        failed(judge(RehearsalChecks.class, STEPS.formatted("x"), ""), message);
    }

    @Test
    void oneOfATimeToComeIsNotBelieved() throws IOException {
        verdict("staging", Duration.ofDays(-1), "proven", "3s");

        unproven(judge(RehearsalChecks.class, STEPS.formatted("x"), ""), "is of a time to come");
    }

    @Test
    void evidenceThatWasAlteredIsSeenAndNotRead() throws IOException {
        Files.writeString(journal(), Files.readString(journal()).replace("close.sh", "other.sh"));

        failed(
                judge(RehearsalChecks.class, STEPS.formatted("x"), ""),
                "files of evidence that are not what the verdict was given for of the rehearsal is 1");
        unproven(judge(RehearsedStepsChecks.class, STEPS.formatted("x"), ""), "is not what the verdict was given for");
    }

    @Test
    void evidenceThatIsLostProvesNothing() throws IOException {
        Files.delete(journal());

        unproven(judge(RehearsalChecks.class, STEPS.formatted("x"), ""), "a report is kept as a whole folder");
    }

    private void script(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path journal() {
        return folder.resolve("rehearsal/evidence/journal.txt");
    }

    private void verdict(String environment, Duration age, String status, String took) throws IOException {
        Files.writeString(folder.resolve("rehearsal/verdict.json"), """
                {"format": 1, "decision": "INCONCLUSIVE", "application": "shop", "environment": "%s", "gate": "rollback",
                 "release": {}, "finished": "%s",
                 "items": [{"id": "rollback-in-time", "claims": [{"id": "rollback-in-time/source-answers-in-time",
                   "obligations": [{"subject": "home at source", "status": "%s",
                     "samples": [{"name": "from the decision to the source alone", "value": "%s", "held": true,
                       "subject": "home over new connections at source", "rule": "at most 20m", "key": "rollback.within"}],
                     "attachments": [{"name": "journal", "file": "evidence/journal.txt", "sha256": "%s"}]}]}]}]}
                """.formatted(
                        environment, Instant.now().minus(age), status, took, Sha256.of(journal())));
    }

    private MigrationFiles files(String environment, String steps, String more) throws IOException {
        Path file = Files.writeString(folder.resolve(environment + ".yaml"), """
                format: 1
                application: app.yaml
                environment: %s
                public: { hosts: { api: api.shop.test } }
                source: { name: old }
                target: { name: new }
                rollback:
                  runbook: rollback.md
                  scripts: [lib]
                  steps: [%s]
                  %s
                previous: { rollback: rehearsal/verdict.json }
                """.formatted(environment, steps, more));
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(file, new MachineResolver(Map.of()), problems);
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
        return files;
    }

    private ObligationResult judge(Class<?> checks, String steps, String more) throws IOException {
        ChecklistItem item = ChecklistItem.of(ClaimReader.item(checks).orElseThrow());
        Plan plan = new Planner(List.of(item), ClaimReader.claims(checks), checks.getClassLoader())
                .plan(Gate.PRE_CUTOVER, files("production", steps, more).migration(), Narrowing.NONE);
        GateRun run = new GateRun(
                plan,
                checks.getClassLoader(),
                Files.createTempDirectory(folder, "evidence"),
                new RunListener() {},
                Clock.systemUTC());
        return run.execute().items().get(0).obligations().get(0);
    }

    private static void proven(ObligationResult result) {
        assertThat(result.status()).as(result.cause()).isEqualTo(Status.PROVEN);
    }

    private static void failed(ObligationResult result, String... messages) {
        assertThat(result.status()).as(result.cause()).isEqualTo(Status.FAILED);
        assertThat(result.cause()).contains(messages);
    }

    private static void unproven(ObligationResult result, String message) {
        assertThat(result.status()).as(result.cause()).isEqualTo(Status.UNPROVEN);
        assertThat(result.cause()).contains(message);
    }

    private static final class NoJudge implements Judge {
        @Override
        public List<String> ask(String item) {
            return List.of();
        }

        @Override
        public List<String> prove(List<String> items) {
            return List.of();
        }
    }
}
