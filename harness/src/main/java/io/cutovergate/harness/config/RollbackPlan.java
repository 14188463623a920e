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

        @Key("Steps, in order.") List<Cutover.Step> steps) {

    /** What becomes of writes that the target took. */
    public enum AfterOpen {
        REVERSE_REPLICATION,
        LOSSY
    }
}
