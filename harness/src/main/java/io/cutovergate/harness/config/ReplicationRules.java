package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;

/** How the target's databases follow the source's. */
@Section("How the target's databases follow the source's until the cutover.")
public record ReplicationRules(
        @Key(
                value =
                        "By PostgreSQL's logical replication, whose subscriptions and slots are examined; or by something external (a migration service), of which only the heartbeat tells.",
                byDefault = "logical")
        By by) {

    /** What replicates. */
    public enum By {
        LOGICAL,
        EXTERNAL
    }
}
