package io.cutovergate.harness.subject;

import io.cutovergate.harness.Gate;
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
    public static class Source implements SubjectSource<PublicName> {

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

    /** The same where the issuers of the certificates are known. */
    public static final class Certified extends Source {

        @Override
        public boolean asked(Gate gate, Migration migration) {
            return !migration.environment().publicNames().dns().caa().isEmpty();
        }
    }

    /** The same where the zone is signed. */
    public static final class Signed extends Source {

        @Override
        public boolean asked(Gate gate, Migration migration) {
            return migration.environment().publicNames().dns().dnssec() != null;
        }
    }

    /** The same where the switch is made by what they mean. */
    public static final class Moved extends Source {

        @Override
        public boolean asked(Gate gate, Migration migration) {
            return migration.environment().publicNames().switching().by() == PublicNames.By.DNS;
        }
    }

    /** The same where the provider's API can be asked. */
    public static final class Managed extends Source {

        @Override
        public boolean asked(Gate gate, Migration migration) {
            return migration.environment().publicNames().switching().cloudflare() != null;
        }
    }

    /** The same but where a proxy is switched, and its API says how: nobody keeps what the name means then. */
    public static final class Switched extends Source {

        @Override
        public boolean asked(Gate gate, Migration migration) {
            PublicNames.Switch switching = migration.environment().publicNames().switching();
            return switching.by() != PublicNames.By.CLOUDFLARE_ORIGIN || switching.cloudflare() == null;
        }
    }
}
