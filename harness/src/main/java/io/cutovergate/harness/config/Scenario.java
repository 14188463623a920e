package io.cutovergate.harness.config;

import io.cutovergate.harness.yaml.Key;
import io.cutovergate.harness.yaml.Section;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mix of requests that load is made of. */
@Section("A mix of requests that load is made of.")
public record Scenario(
        @Key("Service that is loaded.") String service,

        @Key(
                value =
                        "CSV file whose first line names columns. Requests take {column} from the next row, in path, headers and"
                                + " body, as it stands there; after the last row the first comes again.",
                example = "load/products.csv")
        @Nullable
        Path feeder,

        @Key("Requests, by weight.") List<Request> requests) {

    public Scenario {
        if (requests.isEmpty()) {
            throw new IllegalArgumentException("requests is empty; a scenario needs at least one");
        }
    }
}
