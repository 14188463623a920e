package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.time.LocalDate;

/** An exception for one item, with its reason and end. */
@Section("An exception: why, who answers for it, and the last day on which it counts.")
public record Exemption(
        @Key("Why the exception is right.") String why,
        @Key("Who answers for it.") String owner,

        @Key(value = "Last day on which it counts.", example = "2027-03-31")
        LocalDate until) {}
