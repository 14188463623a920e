package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way back. */
@Section("The way back.")
public record RollbackPlan(
        @Key(value = "From the decision to the public name served by the source.", byDefault = "15m")
        Duration within,

        @Key(
                value = "What becomes of writes that the target took after it was opened.",
                byDefault = "reverse-replication")
        AfterOpen afterOpen,

        @Key(value = "The runbook; its digest is evidence.", example = "docs/rollback.md") @Nullable
        Path runbook,

        @Key("Variables of the steps' commands; otherwise those of the cutover's.")
        Map<String, String> variables,

        @Key("Steps, in order.") List<Cutover.Step> steps,

        @Key(
                value = "Files and folders that the steps' scripts use; a change after the rehearsal is seen.",
                example = "[ scripts ]")
        List<Path> scripts,

        @Key(value = "Name of the environment in which the way back is rehearsed.", byDefault = "staging")
        String rehearsedIn,

        @Key(
                value = "Steps, by id, that cannot be rehearsed there. They are counted in the headline.",
                example = "{ flow-back: { why: \"staging has no replication\", owner: kim, until: 2027-03-31 } }")
        Map<String, Exemption> notRehearsed) {

    public RollbackPlan {
        for (String id : notRehearsed.keySet()) {
            if (steps.stream().noneMatch(step -> id.equals(step.id()))) {
                throw new IllegalArgumentException("not-rehearsed names " + id + ", and no step has that id");
            }
        }
    }

    /** What becomes of writes that the target took. */
    public enum AfterOpen {
        REVERSE_REPLICATION,
        LOSSY
    }
}
