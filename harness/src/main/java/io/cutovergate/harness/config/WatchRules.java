package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Rate;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.time.Duration;

/** How closely the system is watched while it moves, and where that is written down. */
@Section("How closely the system is watched while it moves, and where that is written down.")
public record WatchRules(
        @Key(
                value = "Requests of each endpoint; as many again over a connection that is kept. Two periods are the"
                        + " shortest outage that cannot go unseen.",
                byDefault = "20/s")
        Rate rate,

        @Key(value = "Writes of each endpoint.", byDefault = "5/s")
        Rate writes,

        @Key(value = "Time for a connection.", byDefault = "500ms")
        Duration connect,

        @Key(value = "Time for a whole answer, with lookup and connection.", byDefault = "1s")
        Duration within,

        @Key(
                value = "An answer that takes longer is slow; while nothing but slow ones come, nobody is served.",
                byDefault = "500ms")
        Duration slow,

        @Key(
                value =
                        "Longest time in which the observer itself was not looking; a longer one leaves zero-downtime unproven.",
                byDefault = "500ms")
        Duration maxGap,

        @Key(value = "Time after which a finished record is too old to be judged.", byDefault = "30m")
        Duration maxAge,

        @Key(
                value = "How long the target must have been the only one to answer before traffic-switched is proven.",
                byDefault = "10s")
        Duration settled,

        @Key(value = "Folder of the record: what was asked, by whom, and how it ended.", byDefault = "watch")
        Path record) {

    public WatchRules {
        if (rate.events() == 0 || writes.events() == 0) {
            throw new IllegalArgumentException("rate and writes are more than none");
        }
        if (slow.compareTo(within) > 0 || connect.compareTo(within) > 0) {
            throw new IllegalArgumentException("slow and connect are at most within");
        }
    }
}
