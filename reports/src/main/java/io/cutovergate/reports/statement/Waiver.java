package io.cutovergate.reports.statement;

import io.cutovergate.harness.Gate;
import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.LocalDate;

/** An exception for one item: it is not proven, and a person answers for going on. */
@Section("An exception for one item that is not proven. It counts for this gate and environment only.")
public record Waiver(
        @Key(value = "The item.", example = "monitoring-and-logging")
        String item,

        @Key("The gate.") Gate gate,

        @Key(value = "The environment.", example = "staging")
        String environment,

        @Key("Why going on is right.") String why,
        @Key("Who answers for it.") String owner,

        @Key(value = "Last day on which it counts.", example = "2027-01-31")
        LocalDate until) {

    /** Whether it is meant for what is judged, be it over or not. */
    public boolean isFor(Scope scope) {
        return gate == scope.gate() && environment.equals(scope.environment());
    }
}
