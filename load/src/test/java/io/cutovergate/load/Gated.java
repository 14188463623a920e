package io.cutovergate.load;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.run.GateRun;
import io.cutovergate.harness.run.ObligationResult;
import io.cutovergate.harness.run.RunListener;
import io.cutovergate.harness.run.RunResult;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Judges a service by files, with the real planner and run; nothing of a check is called by a test. */
record Gated(RunResult result) {

    /** Runs one class of checks at the staging gate. */
    static Gated run(Class<?> checks, Path folder, String environment, String application) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), application);
        Path file = Files.writeString(folder.resolve("env.yaml"), environment);
        Problems problems = new Problems();
        MigrationFiles files =
                MigrationFiles.read(file, new MachineResolver(Map.of("PASSWORD", "correct-horse")), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        ChecklistItem item = ChecklistItem.of(ClaimReader.item(checks).orElseThrow());
        Plan plan = new Planner(List.of(item), ClaimReader.claims(checks), checks.getClassLoader())
                .plan(Gate.STAGING, files.migration(), Narrowing.NONE);
        return new Gated(new GateRun(
                        plan,
                        checks.getClassLoader(),
                        folder.resolve("evidence"),
                        new RunListener() {},
                        Clock.systemUTC())
                .execute());
    }

    /** What became of the claim for a subject. */
    ObligationResult of(String claim, String subject) {
        return result.items().stream()
                .flatMap(item -> item.obligations().stream())
                .filter(one -> one.obligation().claim().id().endsWith("/" + claim)
                        && one.obligation().subject().name().equals(subject))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no obligation " + claim + " of " + subject));
    }
}
