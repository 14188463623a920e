package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cutover: window, budget of downtime and steps. */
@Section("The cutover: window, budget of downtime and steps.")
public record Cutover(
        @Key(value = "Length of the window.", byDefault = "60m")
        Duration window,

        @Key(value = "Budget of downtime.", byDefault = "{}")
        Downtime downtime,

        @Key("Steps, in order.") List<Step> steps) {

    @Section("Budget of downtime. A documented read-only answer inside the window is not an outage.")
    public record Downtime(
            @Key(value = "For reads.", byDefault = "0s") Duration read,
            @Key(value = "For writes.", byDefault = "10m") Duration write) {}

    @Section("A step: a command, or items to be proven before going on.")
    public record Step(
            @Key(value = "Name of the step.", example = "freeze") @Nullable
            String id,

            @Key("Argument vector of the command.") List<String> run,

            @Key(value = "Item whose claims tell that the step is done.", example = "source-read-only") @Nullable
            String doneWhen,

            @Key(value = "Time that it may take.", byDefault = "5m")
            Duration within,

            @Key("Argument vector that takes the step back.")
            List<String> undo,

            @Key("Items to be proven now; NO-GO here undoes the steps before.")
            List<String> prove,

            @Key(value = "From here on there is no automatic way back.", byDefault = "false")
            boolean pointOfNoReturn) {

        public Step {
            if (run.isEmpty() == prove.isEmpty()) {
                throw new IllegalArgumentException("a step has either run (a command) or prove (items)");
            }
        }
    }
}
