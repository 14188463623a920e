package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Rate;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much load is put on the target, and how it is disturbed meanwhile. */
@Section("How much load is put on the target, and how it is disturbed meanwhile.")
public record LoadRules(
        @Key(value = "Expected peak of arrivals.", example = "200/s") @Nullable
        Rate peak,

        @Key(value = "Factor above the peak.", byDefault = "1.5")
        double margin,

        @Key(value = "Time before samples count.", byDefault = "30s")
        Duration warmUp,

        @Key(value = "Time in which samples count.", name = "for", byDefault = "2m")
        Duration duration,

        @Key(value = "Whether the source, which is production, may be loaded too.", byDefault = "refused")
        Consent source,

        @Key("A recorded baseline of the source.") @Nullable Path baseline,
        @Key("Disruptions under traffic, by name.") Map<String, Disruption> disruptions) {

    /** Whether something is allowed. */
    public enum Consent {
        ALLOWED,
        REFUSED
    }

    @Section("A disruption: commands as argument vectors, never through a shell of ours.")
    public record Disruption(
            @Key(value = "Command that disturbs.", example = "[az, containerapp, revision, restart, …]")
            List<String> run,

            @Key("Command that puts things right again; run also when the check fails or is interrupted.")
            List<String> undo,

            @Key(value = "Time for each command.", byDefault = "60s")
            Duration within) {}
}
