package io.cutovergate.load;

import io.cutovergate.load.SimulationLog.Answer;
import io.cutovergate.load.SimulationLog.Recording;
import java.time.Duration;

/** What an injector recorded, and how it was itself meanwhile. */
record Injection(Recording recording, Health health) {

    /** How it was from so long after its first request on, for so long. */
    Health health(Duration after, Duration during) {
        long from = recording.started()
                + recording.answers().stream().mapToLong(Answer::sent).min().orElse(0)
                + after.toMillis();
        return health.between(from, from + during.toMillis());
    }
}
