package io.cutovergate.reports.statement;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A person's statement for an item that no check can prove, bound to exactly what was looked at. */
@Section("A person's statement for an item that no check can prove. It counts for this gate, environment and release.")
public record SignOff(
        @Key(value = "The item.", example = "team-walkthrough-done")
        String item,

        @Key("The gate.") Gate gate,

        @Key(value = "The environment.", example = "staging")
        String environment,

        @Key(value = "The release, as the environment file says it.", example = "{ backend: \"sha256:…\" }")
        Map<String, String> release,

        @Key(value = "Who states it.", example = "Jo Smith") String by,

        @Key(value = "The day.", example = "2026-11-20") LocalDate on,

        @Key("Last day on which it counts; none means as long as the release is judged.") @Nullable
        LocalDate until,

        @Key(value = "What is stated.", example = "All roles walked through the runbook.")
        String statement) {

    /** Why it does not count; empty where it does. */
    List<String> objections(Scope scope) {
        List<String> objections = new ArrayList<>();
        if (gate != scope.gate()) {
            objections.add("it is for gate " + gate);
        }
        if (!environment.equals(scope.environment())) {
            objections.add("it is for environment " + environment);
        }
        if (!release.equals(scope.release())) {
            objections.add("it is for another release (" + differences(scope.release()) + ")");
        }
        if (until != null && until.isBefore(scope.today())) {
            objections.add("it ended on " + until);
        }
        if (on.isAfter(scope.today())) {
            objections.add("it is dated in the future");
        }
        return objections;
    }

    private String differences(Map<String, String> judged) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> services = new TreeSet<>(release.keySet());
        services.addAll(judged.keySet());
        for (String service : services) {
            String signed = release.getOrDefault(service, "nothing");
            String other = judged.getOrDefault(service, "nothing");
            if (!signed.equals(other)) {
                differences.add(service + ": signed " + signed + ", judged " + other);
            }
        }
        return String.join("; ", differences);
    }
}
