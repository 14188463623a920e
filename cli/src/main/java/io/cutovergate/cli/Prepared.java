package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.MigrationFiles;
import io.cutovergate.harness.plan.Exemptions;
import io.cutovergate.harness.plan.Narrowing;
import io.cutovergate.harness.plan.Plan;
import io.cutovergate.harness.plan.Planner;
import io.cutovergate.harness.yaml.MachineResolver;
import io.cutovergate.harness.yaml.Problems;
import io.cutovergate.harness.yaml.Resolver;
import java.nio.file.Path;

/** Files that were read and found sound, and the plan that follows from them. */
record Prepared(MigrationFiles files, Planner planner, Plan plan, Resolver resolver) {

    /** The migration of an environment file, for commands that judge nothing; a {@link UsageException} tells all mistakes at once. */
    static Migration migration(Path environment) {
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(environment, new MachineResolver(System.getenv()), problems);
        if (!problems.isEmpty()) {
            throw UsageException.of(problems);
        }
        return files.migration();
    }

    /** Reads the files and plans the gate; a {@link UsageException} tells all mistakes at once. */
    static Prepared of(Gate gate, Path environment, Resolver resolver, Planner planner, Narrowing narrowing) {
        Problems problems = new Problems();
        MigrationFiles files = MigrationFiles.read(environment, resolver, problems);
        if (files.environment().isValid()
                && gate.needsSource()
                && files.environment().value().source() == null) {
            problems.at(files.environment(), "source", "missing; the gate " + gate + " compares with a source");
        }
        if (!problems.isEmpty()) {
            throw UsageException.of(problems);
        }
        for (String item : narrowing.items()) {
            if (planner.item(item) == null) {
                throw new UsageException("--item: there is no item called " + item);
            }
        }
        Plan plan = planner.plan(gate, files.migration(), narrowing);
        Exemptions.check(files.environment(), planner, plan, problems);
        if (!problems.isEmpty()) {
            throw UsageException.of(problems);
        }
        return new Prepared(files, planner, plan, resolver);
    }
}
