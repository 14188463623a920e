package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.PublicNames;
import java.util.List;

/** A name that users ask name servers for. */
public record PublicName(String name, Vantage vantage, PublicNames.Dns rules) implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code public.hosts}, each once whatever its ports. */
    public static final class Source implements SubjectSource<PublicName> {

        @Override
        public List<PublicName> subjects(Migration migration, Vantage vantage) {
            PublicNames names = migration.environment().publicNames();
            return names.hosts().values().stream()
                    .map(Host::parse)
                    .map(Host::name)
                    .distinct()
                    .map(name -> new PublicName(name, vantage, names.dns()))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "public.hosts";
        }
    }
}
