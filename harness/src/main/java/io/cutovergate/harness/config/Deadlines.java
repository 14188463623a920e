package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;

/** Deadlines of the run itself: one check that hangs must not hide the others. */
@Section("Deadlines of the run itself: what exceeds them is stopped and unproven.")
public record Deadlines(
        @Key(value = "For a check that names none of its own.", byDefault = "60s")
        Duration check,

        @Key(value = "For all checks of a gate together.", byDefault = "30m")
        Duration gate) {}
