package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Journey;
import io.cutovergate.harness.config.Migration;
import java.time.Duration;
import java.util.List;

/** What a user does in a browser. */
public record JourneyAt(String name, Vantage vantage, String service, Host host, Journey journey) implements Subject {

    @Override
    public Duration allowance() {
        return journey.within().multipliedBy(Math.max(1, journey.steps().size()));
    }

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code journeys}. */
    public static final class Source implements SubjectSource<JourneyAt> {

        @Override
        public List<JourneyAt> subjects(Migration migration, Vantage vantage) {
            return migration.application().journeys().entrySet().stream()
                    .map(entry -> new JourneyAt(
                            entry.getKey(),
                            vantage,
                            entry.getValue().service(),
                            migration.host(
                                    migration
                                            .service(entry.getValue().service())
                                            .host(),
                                    vantage.side()),
                            entry.getValue()))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "journeys";
        }
    }
}
