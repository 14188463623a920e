package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cutover: window, budget of downtime and steps. */
@Section("The cutover: window, budget of downtime and steps.")
public record Cutover(
        @Key(value = "Length of the window.", byDefault = "60m")
        Duration window,

        @Key(value = "Budget of downtime.", byDefault = "{}")
        Downtime downtime,

        @Key(
                value = "Variables of the steps' commands, beside those of this program.",
                example = "{ SOURCE_DB_PASSWORD: \"${env:SOURCE_DB_PASSWORD}\" }")
        Map<String, String> variables,

        @Key("Steps, in order.") List<Step> steps) {

    @Section("Budget of downtime. A documented read-only answer inside the window is not an outage.")
    public record Downtime(
            @Key(value = "For reads.", byDefault = "0s") Duration read,
            @Key(value = "For writes.", byDefault = "10m") Duration write) {}

    /** What follows when a step fails. */
    public enum OnFailure {
        UNDO,
        STOP
    }

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

            @Key("Items to be proven now; NO-GO here is a failure of the step.")
            List<String> prove,

            @Key(
                    value =
                            "What follows when the step fails before the point of no return: the steps so far are taken back, or"
                                    + " all stays as it is.",
                    byDefault = "undo")
            OnFailure onFailure,

            @Key(value = "From here on there is no automatic way back.", byDefault = "false")
            boolean pointOfNoReturn) {

        public Step {
            if (run.isEmpty() == prove.isEmpty()) {
                throw new IllegalArgumentException("a step has either run (a command) or prove (items)");
            }
            if (!run.isEmpty() && id == null) {
                throw new IllegalArgumentException("a step that runs a command needs an id");
            }
        }
    }
}
