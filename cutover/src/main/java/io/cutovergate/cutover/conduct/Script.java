package io.cutovergate.cutover.conduct;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.config.Cutover;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.RollbackPlan;
import io.cutovergate.harness.yaml.Units;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is conducted: the steps of the environment file.
 *
 * @param key where they stand in the file
 * @param window how long it may take in all; none for a rollback, which is measured instead
 * @param wayBack the time that turning back takes: it must still fit into the window
 * @param folder that of the environment file, in which commands run
 * @param variables of the commands
 * @param operations the files that it is conducted by
 */
public record Script(
        Gate gate,
        String key,
        List<Step> steps,
        @Nullable Duration window,
        Duration wayBack,
        Path folder,
        Map<String, String> variables,
        Operations operations) {

    /** A step with a name, whatever it does. */
    public record Step(String id, String key, Cutover.Step rule) {
        @Override
        public String toString() {
            return rule.run().isEmpty()
                    ? id + ": prove " + String.join(", ", rule.prove())
                    : id + ": " + String.join(" ", rule.run());
        }
    }

    /** The steps of the cutover or of the rollback; an {@link IllegalArgumentException} where the file has none. */
    public static Script of(Migration migration, Gate gate) {
        Path folder = migration.file().toAbsolutePath().resolveSibling("");
        Cutover cutover = migration.environment().cutover();
        RollbackPlan rollback = migration.environment().rollback();
        Duration wayBack = rollback == null ? Duration.ZERO : rollback.within();
        List<Cutover.Step> rules = gate == Gate.ROLLBACK
                ? rollback == null ? List.of() : rollback.steps()
                : cutover == null ? List.of() : cutover.steps();
        String key = gate == Gate.ROLLBACK ? "rollback.steps" : "cutover.steps";
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(key + " is not configured, so there is nothing to conduct");
        }
        List<Step> steps = new ArrayList<>();
        for (Cutover.Step rule : rules) {
            String id = rule.id() != null ? rule.id() : "prove-" + (steps.size() + 1);
            if (steps.stream().anyMatch(step -> step.id().equals(id))) {
                throw new IllegalArgumentException(key + " has two steps called " + id);
            }
            steps.add(new Step(id, key + "." + id, rule));
        }
        Duration window = gate == Gate.ROLLBACK || cutover == null ? null : cutover.window();
        return new Script(
                gate,
                key,
                steps,
                window,
                wayBack,
                folder,
                variables(gate, cutover, rollback),
                Operations.of(migration));
    }

    private static Map<String, String> variables(
            Gate gate, @Nullable Cutover cutover, @Nullable RollbackPlan rollback) {
        if (gate == Gate.ROLLBACK && rollback != null && !rollback.variables().isEmpty()) {
            return rollback.variables();
        }
        return cutover == null ? Map.of() : cutover.variables();
    }

    String printedWindow() {
        return window == null ? "none" : Units.print(window);
    }

    /** Items that are judged at a moment of their own, and at no other. */
    public Set<String> moments() {
        return steps.stream().flatMap(step -> step.rule().prove().stream()).collect(Collectors.toSet());
    }
}
