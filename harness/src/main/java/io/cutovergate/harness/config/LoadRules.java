package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Rate;
import io.cutovergate.harness.yaml.Section;
import io.cutovergate.harness.yaml.Share;
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

        @Key(
                value =
                        "Rates that are put on after that, one after the other, to see where the target gives way: told, not judged.",
                example = "[400/s, 600/s, 800/s]")
        List<Rate> steps,

        @Key(value = "Time of each of them.", byDefault = "1m")
        Duration step,

        @Key(
                value = "Logs of Gatling 3.15.1 from injectors of your own, read instead of putting the load on.",
                example = "[injector-1/simulation.log, injector-2/simulation.log]")
        List<Path> logs,

        @Key(value = "How long ago those may have been begun.", byDefault = "4h")
        Duration logsMaxAge,

        @Key(value = "Whether the source, which is production, may be loaded too.", byDefault = "refused")
        Consent source,

        @Key(
                value = "Greatest rate of arrivals at the source; what exceeds it is refused before anything is sent.",
                byDefault = "100/s")
        Rate sourceAtMost,

        @Key(value = "Longest time for which the source is loaded at once; likewise.", byDefault = "2h")
        Duration sourceForAtMost,

        @Key(
                value =
                        "A recorded baseline of the source, for where the source must not be loaded: see gate baseline.",
                example = "baselines/production.json")
        @Nullable
        Path baseline,

        @Key(
                value =
                        "Rounds of the comparison with the source; in each, the load is put on one side, then on the other.",
                byDefault = "60")
        int rounds,

        @Key(value = "Time of a round on each side.", byDefault = "30s")
        Duration round,

        @Key("Disruptions under traffic, by name.") Map<String, Disruption> disruptions) {

    public LoadRules {
        if (rounds < 1 || round.toMillis() < 1) {
            throw new IllegalArgumentException("rounds is at least 1 and round longer than nothing");
        }
    }

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
            Duration within,

            @Key(
                    value =
                            "Command whose output must be another one afterwards, as an instance's id or a start time is: a disruption"
                                    + " that changed nothing proves nothing.",
                    example = "[kubectl, get, pods, -o, name]")
            List<String> effect,

            @Key(value = "How long it is watched at least; otherwise load.for.", name = "for") @Nullable
            Duration duration,

            @Key("Share of requests that may fail; otherwise limits.failover-and-restart.errors.") @Nullable
            Share errors,

            @Key("Time until requests succeed again; otherwise limits.failover-and-restart.recover-within.") @Nullable
            Duration recoverWithin) {}
}
