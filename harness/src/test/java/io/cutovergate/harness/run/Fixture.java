package io.cutovergate.harness.run;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.Claim;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Runs fixture classes through the real planner, launcher and reconciliation. */
record Fixture(Path folder) {

    private static final String APPLICATION = """
            format: 1
            name: fixture
            """;

    private static final String ENVIRONMENT = """
            format: 1
            application: app.yaml
            environment: test
            public: { hosts: { } }
            target: { name: here }
            deadlines: { check: %s, gate: %s }
            """;

    Migration migration(String check, String gate) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), APPLICATION);
        Path file = Files.writeString(folder.resolve("env.yaml"), ENVIRONMENT.formatted(check, gate));
        Problems problems = new Problems();
        MigrationFiles files =
                MigrationFiles.read(file, new MachineResolver(Map.of("FIXTURE_SECRET", "s3cr3t-value")), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.toString());
        }
        files.secrets().add("s3cr3t-value", "FIXTURE_SECRET");
        return files.migration();
    }

    /** The plan of the dev gate for the items and claims of these classes. */
    Plan plan(Class<?>... checks) throws IOException {
        List<Claim> claims = Arrays.stream(checks)
                .flatMap(type -> ClaimReader.claims(type).stream())
                .toList();
        return plan(claims, checks);
    }

    Plan plan(List<Claim> claims, Class<?>... checks) throws IOException {
        List<ChecklistItem> items = Arrays.stream(checks)
                .map(type -> ChecklistItem.of(ClaimReader.item(type).orElseThrow()))
                .distinct()
                .toList();
        return new Planner(items, claims, Fixture.class.getClassLoader())
                .plan(Gate.DEV, migration("2s", "1m"), Narrowing.NONE);
    }

    RunResult run(Plan plan) {
        return runner(plan, new RunListener() {}).execute();
    }

    GateRun runner(Plan plan, RunListener listener) {
        return new GateRun(
                plan, Fixture.class.getClassLoader(), folder.resolve("evidence"), listener, Clock.systemUTC());
    }

    /** Plans and runs; the result of the only item. */
    ItemResult judge(Class<?>... checks) throws IOException {
        RunResult result = run(plan(checks));
        if (result.items().size() != 1) {
            throw new IllegalStateException("expected one item, not " + result.items());
        }
        return result.items().get(0);
    }
}
