package io.cutovergate.integrity;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.plan.ChecklistItem;
import io.cutovergate.harness.plan.ClaimReader;
import io.cutovergate.harness.plan.Narrowing;
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

/** Judges a pair of databases by files, with the real planner and run; nothing of a check is called by a test. */
record Gated(RunResult result) {

    /**
     * Runs a class of checks at the staging gate.
     *
     * @param integrity the section of the environment file
     * @param rules the database's section of the application file
     */
    static Gated run(Class<?> checks, Path folder, String source, String target, String integrity, String rules)
            throws IOException {
        return run(
                Gate.STAGING,
                checks,
                folder,
                rules,
                "source: { name: old, databases: { main: { url: \"" + source + "\", connect-within: 2s } } }",
                "target: { name: new, databases: { main: { url: \"" + target + "\", connect-within: 2s } } }",
                "integrity: " + integrity);
    }

    /**
     * The same at any gate.
     *
     * @param sections of the environment file, each with its key
     */
    static Gated run(Gate gate, Class<?> checks, Path folder, String rules, String... sections) throws IOException {
        Files.writeString(folder.resolve("app.yaml"), """
                format: 1
                name: fixture
                databases:
                  main: %s
                """.formatted(rules));
        Path file = Files.writeString(folder.resolve("env.yaml"), """
                format: 1
                application: app.yaml
                environment: test
                public: { hosts: { api: api.test } }
                %s
                """.formatted(String.join("\n", sections)));
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(file, new MachineResolver(Map.of()), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        Planner planner = new Planner(
                List.of(ChecklistItem.of(ClaimReader.item(checks).orElseThrow())),
                ClaimReader.claims(checks),
                checks.getClassLoader());
        return new Gated(new GateRun(
                        planner.plan(gate, files.migration(), Narrowing.NONE),
                        checks.getClassLoader(),
                        folder.resolve("evidence"),
                        new RunListener() {},
                        Clock.systemUTC())
                .execute());
    }

    List<ObligationResult> obligations() {
        return result.items().stream()
                .flatMap(item -> item.obligations().stream())
                .toList();
    }

    /** What became of the only obligation. */
    ObligationResult only() {
        List<ObligationResult> all = obligations();
        if (all.size() != 1) {
            throw new AssertionError("one obligation expected: " + result);
        }
        return all.get(0);
    }
}
