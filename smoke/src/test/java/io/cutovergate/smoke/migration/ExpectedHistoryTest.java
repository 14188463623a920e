package io.cutovergate.smoke.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.Exemptions;
import io.cutovergate.harness.plan.ItemPlan;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who says which migrations are expected: a directory, the source, or nobody. */
class ExpectedHistoryTest {

    private static final String CLAIM = "migrations-applied/exactly-the-expected-are-applied";
    private static final String NONE = "main: { migrations: { tool: liquibase } }";
    private static final String DIRECTORY = "main: { migrations: { tool: liquibase, directory: . } }";
    private static final String EXEMPT =
            "not-applicable: { " + CLAIM + ": { why: bought, owner: kim, until: 2027-01-31 } }\n";
    private static final String SOURCE = "source: { name: old, databases: " + databases() + " }\n";

    private final Problems problems = new Problems();

    @TempDir
    Path folder;

    @Test
    void isUnprovenWhereNobodySaysIt() throws IOException {
        ItemPlan item = plan(Gate.DEV, NONE, "");
        assertThat(subjects(item)).isEmpty();
        assertThat(item.gaps())
                .singleElement()
                .asString()
                .contains("databases.*.migrations.directory (or a source to compare with) is not configured", CLAIM);
    }

    @Test
    void canBeDeclaredNotApplicableWhereNobodySaysIt() throws IOException {
        ItemPlan item = plan(Gate.DEV, NONE, EXEMPT);
        assertThat(problems).hasToString("");
        assertThat(item.gaps()).isEmpty();
        assertThat(item.obligations()).hasSize(1);
        assertThat(item.exempted()).singleElement().asString().startsWith(CLAIM + ": bought");
    }

    @Test
    void cannotBeDeclaredNotApplicableWhereADirectorySaysIt() throws IOException {
        plan(Gate.DEV, DIRECTORY, EXEMPT);
        assertThat(problems.toString()).contains("declared not applicable, yet it is configured: main at target");
    }

    @Test
    void cannotBeDeclaredNotApplicableWhereTheSourceSaysIt() throws IOException {
        plan(Gate.STAGING, NONE, SOURCE + EXEMPT);
        assertThat(problems.toString()).contains("declared not applicable, yet it is configured: main at target");
    }

    @Test
    void isAskedOfEveryDatabaseAsSoonAsItIsAskedOfOne() throws IOException {
        ItemPlan item = plan(Gate.DEV, DIRECTORY + ", " + NONE.replace("main", "other"), "");
        assertThat(subjects(item)).containsExactly("main at target", "other at target");
    }

    private static String databases() {
        return "{ main: { url: \"postgresql://u@h/d\" }, other: { url: \"postgresql://u@h/o\" } }";
    }

    private static List<String> subjects(ItemPlan item) {
        return item.obligations().stream()
                .filter(obligation -> obligation.claim().id().equals(CLAIM))
                .map(obligation -> obligation.subject().id())
                .toList();
    }

    private ItemPlan plan(Gate gate, String rules, String more) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), "format: 1\nname: test\ndatabases: { " + rules + " }\n");
        Path file = Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: test
                public: { hosts: {} }
                target: { name: new, databases: %s }
                """.formatted(databases()) + more);
        MigrationFiles files = MigrationFiles.read(file, new MachineResolver(Map.of()), problems);
        List<Claim> claims = Stream.of(MigrationChecks.class, ExpectedMigrationChecks.class)
                .flatMap(type -> ClaimReader.claims(type).stream())
                .toList();
        ChecklistItem ours =
                ChecklistItem.of(ClaimReader.item(ExpectedMigrationChecks.class).orElseThrow());
        Planner planner = new Planner(List.of(ours), claims, ExpectedHistoryTest.class.getClassLoader());
        Plan plan = planner.plan(gate, files.migration(), Narrowing.NONE);
        Exemptions.check(files.environment(), planner, plan, problems);
        return plan.items().get(0);
    }
}
