package io.cutovergate.cutover;

import io.cutovergate.cutover.conduct.Operations;
import io.cutovergate.cutover.conduct.Script;
import io.cutovergate.cutover.conduct.Used;
import io.cutovergate.harness.checklist.Checklist.RollbackRehearsed;
import io.cutovergate.harness.evidence.Evidence;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.junit.Check;
import io.cutovergate.harness.previous.PreviousVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page that people go back by when this program cannot. */
@RollbackRehearsed
record RunbookChecks(Rehearsal rehearsal, Evidence evidence) {

    private static final String KEY = "rollback.runbook";

    @Check("the runbook names every step of the rollback, and is the one that the rehearsal had")
    void runbookExists() {
        Path runbook = rehearsal.plan().runbook();
        if (runbook == null) {
            throw new Unexamined(KEY + " is not configured");
        }
        evidence.measure("is a file", runbook.toString(), Files.isRegularFile(runbook))
                .is(true, KEY);
        String text = read(runbook);
        evidence.attach("runbook", "text/plain", text);
        List<Script.Step> named = rehearsal.script().steps().stream()
                .filter(step -> step.rule().id() != null)
                .toList();
        if (named.isEmpty()) {
            throw new Unexamined("no step of rollback.steps has an id that the runbook could name");
        }
        evidence.forEach(named, step -> evidence.measure(
                        "mentions of the step " + step.id(), "the runbook", mentions(text, step))
                .detail(runbook.toString())
                .atLeast(1L, step.key()));
        PreviousVerdict verdict = rehearsal.verdict();
        evidence.measure("digest", "the runbook", now(rehearsal.script().operations()))
                .detail("the other is of " + verdict)
                .is(digest(rehearsal.journal().used("")), verdict.key());
    }

    private static String now(Operations operations) {
        return digest(operations.besides());
    }

    private static String digest(List<Used> used) {
        String digest = used.stream()
                .filter(one -> one.name().equals(Operations.RUNBOOK))
                .map(Used::shortDigest)
                .collect(Collectors.joining(" and "));
        return digest.isEmpty() ? "none" : digest;
    }

    /** As a word of its own: {@code switch} is not named by {@code switch-back}. */
    private static long mentions(String text, Script.Step step) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(step.id()) + "(?![\\w-])")
                .matcher(text)
                .results()
                .count();
    }

    private static String read(Path runbook) {
        try {
            return Files.readString(runbook);
        } catch (IOException e) {
            throw new Unexamined(runbook + " (" + KEY + ") cannot be read: " + e.getMessage(), e);
        }
    }
}
