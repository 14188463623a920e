package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.util.List;

/** A mix of requests that load is made of. */
@Section("A mix of requests that load is made of.")
public record Scenario(
        @Key("Service that is loaded.") String service,
        @Key("Requests, by weight.") List<Request> requests) {

    public Scenario {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("requests is empty; a scenario needs at least one");
        }
    }
}
