package io.cutovergate.load;

import io.cutovergate.harness.config.LoadRules;
import io.cutovergate.harness.evidence.TooFewSamples;
import io.cutovergate.harness.evidence.Unexamined;
import io.cutovergate.harness.yaml.Units;
import io.cutovergate.load.SimulationLog.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Logs that injectors of the user's own left behind: several machines, or simulations of their own. Answers add up, so
 * that percentiles are those of all answers of all injectors.
 */
record RecordedLogs(LoadRules rules, Clock clock) {

    /**
     * All of them as one.
     *
     * @throws TooFewSamples where one is missing or cut off: what is not there may be the slowest
     * @throws Unexamined where one is too old
     */
    Recording read() {
        List<Recording> recordings = new ArrayList<>();
        for (Path log : rules.logs()) {
            Recording recording = read(log);
            Duration age = Duration.between(Instant.ofEpochMilli(recording.started()), clock.instant());
            if (age.compareTo(rules.logsMaxAge()) > 0) {
                throw new Unexamined(log + " (load.logs) was begun " + Instant.ofEpochMilli(recording.started())
                        + ", more than " + Units.print(rules.logsMaxAge()) + " ago (load.logs-max-age)");
            }
            recordings.add(recording);
        }
        return Recording.merged(recordings);
    }

    private static Recording read(Path log) {
        if (!Files.exists(log)) {
            throw new TooFewSamples(log + " (load.logs) is missing, so nothing can be concluded from the others");
        }
        try (InputStream in = Files.newInputStream(log)) {
            return SimulationLog.read(in);
        } catch (IOException e) {
            throw new TooFewSamples("nothing can be concluded from " + log + " (load.logs): " + e.getMessage());
        }
    }
}
