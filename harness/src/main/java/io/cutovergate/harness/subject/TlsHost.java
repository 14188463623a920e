package io.cutovergate.harness.subject;

import io.cutovergate.harness.Vantage;
import io.cutovergate.harness.config.Host;
import io.cutovergate.harness.config.Migration;
import io.cutovergate.harness.config.PublicNames;
import java.util.List;

/** A public host name whose certificate is judged. */
public record TlsHost(String name, Vantage vantage, Host host, PublicNames.Tls rules) implements Subject {

    @Override
    public String toString() {
        return id();
    }

    /** Reads them from {@code public.hosts}. */
    public static final class Source implements SubjectSource<TlsHost> {

        @Override
        public List<TlsHost> subjects(Migration migration, Vantage vantage) {
            return migration.environment().publicNames().hosts().keySet().stream()
                    .map(key -> migration.host(key, vantage.side()))
                    .distinct()
                    .map(host -> new TlsHost(
                            host.toString(),
                            vantage,
                            host,
                            migration.environment().publicNames().tls()))
                    .toList();
        }

        @Override
        public String configuredBy() {
            return "public.hosts";
        }
    }
}
