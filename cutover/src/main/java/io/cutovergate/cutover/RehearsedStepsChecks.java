package io.cutovergate.cutover;

import io.cutovergate.cutover.conduct.Journal;
import io.cutovergate.cutover.conduct.Operations;
import io.cutovergate.cutover.conduct.Script;
import io.cutovergate.cutover.conduct.Used;
import io.cutovergate.harness.checklist.Checklist.RollbackRehearsed;
import io.cutovergate.harness.config.Exemption;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.previous.PreviousVerdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What would run here against what ran in the rehearsal. Arguments and variables may differ, as the environments do. */
@RollbackRehearsed
record RehearsedStepsChecks(Rehearsal rehearsal, Evidence evidence) {

    private static final String NONE = "none";

    @Check(
            "the steps of the rollback are those of the rehearsal, in the same order, with the same programs and scripts")
    void sameCommands() {
        PreviousVerdict verdict = rehearsal.verdict();
        Script script = rehearsal.script();
        Journal then = rehearsal.journal();
        Map<String, Exemption> excused = rehearsal.excused();
        excused.forEach((step, why) -> evidence.note(
                "not rehearsed: " + step + " (" + why.why() + "; " + why.owner() + ", until " + why.until() + ")"));
        List<Script.Step> steps = script.steps().stream()
                .filter(step -> !excused.containsKey(step.id()))
                .toList();
        if (steps.isEmpty()) {
            throw new Unexamined("every step is declared not rehearsed (rollback.not-rehearsed): nothing is left");
        }
        List<String> ran =
                then.done().stream().filter(step -> !excused.containsKey(step)).toList();
        evidence.measure(
                        "steps in order",
                        "rollback.steps",
                        steps.stream().map(Script.Step::id).collect(Collectors.joining(", ")))
                .detail("besides " + excused.size() + " not rehearsed; what ran is told by " + verdict)
                .is(String.join(", ", ran), verdict.key());
        evidence.forEach(steps, step -> evidence.measure(
                        "program", step.key(), shortly(script.operations().of(step)))
                .is(shortly(then.used(step.id())), verdict.key()));
        Map<String, String> scripts = scripts(script.operations().besides());
        Map<String, String> rehearsed = scripts(then.used(""));
        Set<String> names = new TreeSet<>(scripts.keySet());
        names.addAll(rehearsed.keySet());
        evidence.forEach(names, name -> evidence.measure(
                        "digest", name + " of rollback.scripts", scripts.getOrDefault(name, NONE))
                .is(rehearsed.getOrDefault(name, NONE), verdict.key()));
    }

    private static String shortly(List<Used> used) {
        return used.isEmpty() ? NONE : used.stream().map(Used::shortly).collect(Collectors.joining(", "));
    }

    private static Map<String, String> scripts(List<Used> used) {
        return used.stream()
                .filter(one -> !one.name().equals(Operations.RUNBOOK))
                .collect(Collectors.toMap(
                        Used::name, Used::shortDigest, (first, other) -> first + " and " + other, TreeMap::new));
    }
}
