package io.cutovergate.cli;

import io.cutovergate.harness.Gate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of a new environment; every answer is one that {@link InitRules} accepts.
 *
 * @param source only for an environment that has one
 */
record InitAnswers(
        String application,
        Kind kind,
        String environment,
        String apiHost,
        String frontendHost,
        Place target,
        @Nullable Place source) {

    /** What an environment is for. */
    enum Kind {
        /** The target alone. */
        DEV(Gate.DEV),
        /** The source is production, the target a rehearsal. */
        STAGING(Gate.STAGING),
        /** The old cloud and the new one. */
        PRODUCTION(Gate.PRE_CUTOVER);

        private final Gate gate;

        Kind(Gate gate) {
            this.gate = gate;
        }

        /** The first gate that judges such an environment. */
        Gate gate() {
            return gate;
        }

        boolean hasSource() {
            return this != DEV;
        }
    }

    /** Where a side is entered, and its database. */
    record Place(String entry, String database) {}

    String applicationFile() {
        return application + ".yaml";
    }

    String environmentFile() {
        return environment + ".yaml";
    }

    /** The values of the templates' placeholders. */
    Map<String, String> values() {
        Place from = source == null ? new Place("", "") : source;
        return Map.of(
                "application", application,
                "application-file", applicationFile(),
                "environment", environment,
                "api-host", apiHost,
                "frontend-host", frontendHost,
                "target-entry", target.entry(),
                "target-database", target.database(),
                "source-entry", from.entry(),
                "source-database", from.database());
    }
}
